-- "What if": a store's past played again with one of its decisions changed.
create table practice.what_if (
  season_id uuid        not null references practice.season (season_id) on delete cascade,
  store     integer     not null check (store >= 0),
  -- Dense within the store.
  what_if   integer     not null check (what_if >= 0),
  -- The decision that is changed, and the days that are played: they are of this branch.
  branch    integer     not null,
  day       integer     not null,
  number    integer     not null,
  to_day    integer     not null check (to_day >= day),
  -- The value in place of the decision's own; null leaves the decision out.
  instead   bigint,
  asked_by  uuid        not null,
  asked_at  timestamptz not null,
  -- Null until it was played.
  result    jsonb,
  primary key (season_id, store, what_if)
);
