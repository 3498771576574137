-- Days of experiments on listings, and their verdicts.
create table practice.trial_day (
  season_id     uuid    not null,
  branch        integer not null,
  day           integer not null,
  store         integer not null,
  number        integer not null,
  visits_a      integer not null,
  clicks_a      integer not null,
  orders_a      integer not null,
  price_a_minor bigint  not null,
  visits_b      integer not null,
  clicks_b      integer not null,
  orders_b      integer not null,
  price_b_minor bigint  not null,
  verdict       integer not null,
  is_right      integer not null,
  primary key (season_id, branch, day, store, number)
);
