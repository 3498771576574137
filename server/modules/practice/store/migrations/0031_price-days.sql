-- Prices that were changed, and what the pages of that day were expected to bring at either.
create table practice.price_day (
  season_id          uuid    not null,
  branch             integer not null,
  day                integer not null,
  store              integer not null,
  offer              integer not null,
  market             integer not null,
  number             integer not null,
  before_minor       integer not null,
  after_minor        integer not null,
  profit_minor       bigint  not null,
  usual_profit_minor bigint  not null,
  primary key (season_id, branch, day, store, offer, market)
);
