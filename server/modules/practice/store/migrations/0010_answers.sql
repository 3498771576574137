-- What each person answers in writing to a question about the own decisions, after the season.
create table practice.answer (
  season_id uuid        not null references practice.season (season_id) on delete cascade,
  person_id uuid        not null,
  store     integer     not null check (store >= 0),
  -- The question as it was asked.
  question  jsonb       not null,
  text      text        not null check (length(text) <= 2000),
  saved_at  timestamptz not null,
  primary key (season_id, person_id)
);
