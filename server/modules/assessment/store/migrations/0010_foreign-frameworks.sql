-- Frameworks of others, beside ours: read, browsed and mapped to, never edited.
create table assessment.foreign_framework (
  id              uuid        not null primary key,
  -- A school, or the operator for everybody here.
  organisation_id uuid        not null,
  -- Of the file: the same one is kept once.
  hash            text        not null check (char_length(hash) = 64),
  -- What it says of itself, for lists.
  about           jsonb       not null,
  -- The file as it came, so that nothing of it is lost.
  content         bytea       not null,
  taken_by        uuid        not null,
  taken_at        timestamptz not null,
  unique (organisation_id, hash)
);

create table assessment.foreign_mapping (
  framework_id uuid        not null references assessment.foreign_framework (id) on delete cascade,
  item         text        not null check (char_length(item) between 1 and 300),
  competency   text        not null check (char_length(competency) <= 80),
  relation     text        not null check (relation in ('exact', 'broad', 'narrow')),
  note         text        not null check (char_length(note) <= 300),
  made_by      uuid        not null,
  made_at      timestamptz not null,
  primary key (framework_id, item, competency)
);
