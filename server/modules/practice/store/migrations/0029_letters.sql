-- What each letter of a mailing brought; a mailing has one, or two that readers are divided among.
create table practice.letter_day (
  season_id     uuid    not null,
  branch        integer not null,
  day           integer not null,
  store         integer not null,
  -- Of the decision.
  number        integer not null,
  arm           integer not null,
  market        integer not null,
  readers       integer not null,
  came          integer not null,
  orders        integer not null,
  unsubscribed  integer not null,
  primary key (season_id, branch, day, store, number, arm)
);
