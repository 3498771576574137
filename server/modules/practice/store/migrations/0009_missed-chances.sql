-- Looking for what each store could have done better with one decision: one search a season.
create table practice.chance_search (
  season_id uuid        primary key references practice.season (season_id) on delete cascade,
  -- The days that were played again are of this branch.
  branch    integer     not null,
  to_day    integer     not null check (to_day >= 1),
  asked_at  timestamptz not null,
  -- Null while some are still to be played.
  done_at   timestamptz
);

-- One decision of a store thought different, and what came of it.
create table practice.chance (
  season_id uuid    not null references practice.season (season_id) on delete cascade,
  store     integer not null check (store >= 0),
  -- The most promising first.
  chance    integer not null check (chance >= 0),
  rule      text    not null,
  day       integer not null,
  number    integer not null,
  -- The value in place of the decision's own; null leaves the decision out.
  instead   bigint,
  -- Null until it was played.
  result    jsonb,
  primary key (season_id, store, chance)
);
