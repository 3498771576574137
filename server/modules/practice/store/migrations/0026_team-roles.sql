-- Who decides what in a team, and what may be spent: append-only, so that its history can be read.
create table practice.team_change (
  season_id uuid        not null references practice.season (season_id) on delete cascade,
  store     integer     not null check (store >= 0),
  number    integer     not null check (number >= 0),
  branch    integer     not null,
  day       integer     not null check (day >= 1),
  change    jsonb       not null,
  author_id uuid        not null,
  at        timestamptz not null,
  primary key (season_id, store, number)
);
create trigger team_change_is_append_only before update on practice.team_change
  for each row execute function practice.refuse_change();

-- What a decision added to what its store is bound to pay, minor units of the books; it counts
-- against the budget of its area. Entries of before have none: nobody had a budget.
alter table practice.log_entry add column cost_minor bigint not null default 0;
