-- The scenario in which a piece was shown; null of exams, work and pieces made before it was kept.
alter table assessment.piece add column scenario text check (char_length(scenario) <= 80);

-- How hard each scenario turned out to be in each competency, a night's fit a row.
create table assessment.difficulty_version (
  version     integer     not null primary key check (version >= 1),
  -- Of the version before it and of all pieces that were fitted.
  inputs_hash text        not null,
  pieces      integer     not null check (pieces >= 0),
  items       jsonb       not null,
  made_at     timestamptz not null
);
create trigger difficulty_version_is_append_only before update on assessment.difficulty_version
  for each row execute function assessment.refuse_change();

-- Which version estimates are folded with: the last one that somebody took. 0 is as declared.
create table assessment.difficulty_use (
  number  integer     not null primary key check (number >= 1),
  version integer     not null check (version >= 0),
  used_at timestamptz not null
);
create trigger difficulty_use_is_append_only before update on assessment.difficulty_use
  for each row execute function assessment.refuse_change();

-- A decision says which difficulties its estimates were folded with.
alter table assessment.decision add column difficulty_version integer not null default 0;
