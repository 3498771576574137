-- What ranks the stores of a finished season had when it was played again under hidden keys.
create table practice.rank_band (
  season_id  uuid    not null references practice.season,
  -- Among all stores or among those of people.
  is_of_all  boolean not null,
  store      integer not null,
  replicas   integer not null,
  best       integer not null,
  worst      integer not null,
  -- In how many replicas the rank was the observed one or better.
  as_good    integer not null,
  primary key (season_id, is_of_all, store)
);
