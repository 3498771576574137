-- Vacancies that somebody has the right to bring in: where they come from, how they came, what they
-- say, and what was made of them.
create schema planning;

-- A place that postings come from, and how its columns are read.
create table planning.source (
  organisation_id uuid        not null,
  id              uuid        not null,
  name            text        not null check (char_length(name) between 1 and 60),
  -- Field by heading, as somebody last said it; empty until then.
  mapping         jsonb       not null,
  made_at         timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);

create table planning.import (
  organisation_id uuid        not null,
  id              uuid        not null primary key,
  source_id       uuid        not null,
  by_id           uuid        not null,
  -- How its rows come: a file of a table, a file of lines of JSON, or batches of a program.
  form            text        not null check (form in ('table', 'lines', 'batches', 'form')),
  file_name       text        not null check (char_length(file_name) <= 200),
  -- SHA-256 of the file; null where there is none.
  hash            text        check (char_length(hash) = 64),
  state           text        not null check (state in ('open', 'committed', 'settled')),
  -- What became of the rows, and what is wrong by row and column.
  report          jsonb       not null,
  -- How many rows are classified and grouped, while it settles.
  done            integer     not null default 0,
  made_at         timestamptz not null,
  committed_at    timestamptz,
  settled_at      timestamptz,
  foreign key (organisation_id, source_id) references planning.source (organisation_id, id)
);
create index import_of_organisation on planning.import (organisation_id, made_at desc, id);
-- The same file is taken once.
create unique index import_file_once on planning.import (organisation_id, hash)
  where state <> 'open' and hash is not null;

create table planning.posting (
  import_id        uuid     not null references planning.import (id) on delete cascade,
  -- As the file numbers its rows, or the batches' own count.
  row_number       integer  not null check (row_number >= 1),
  id               uuid     not null primary key,
  organisation_id  uuid     not null,
  source_id        uuid     not null,
  -- The source's own number of it.
  source_key       text     check (char_length(source_key) <= 100),
  posted_on        date,
  closed_on        date,
  title            text     not null check (char_length(title) between 1 and 200),
  description      text     not null check (char_length(description) <= 20000),
  -- Keyed hash of the enterprise's name, which is not kept; null where none was said.
  enterprise_hash  text     check (char_length(enterprise_hash) = 32),
  enterprise_size  text     not null check (char_length(enterprise_size) <= 60),
  city_said        text     not null check (char_length(city_said) <= 60),
  -- One of the region's; null elsewhere.
  city             text     check (char_length(city) <= 12),
  salary_said      text     not null check (char_length(salary_said) <= 60),
  -- Yuan a month in fen, both null where no figure was said.
  salary_min_minor bigint,
  salary_max_minor bigint,
  salary_per       text,
  -- Months paid in a year, where it was said.
  pay_months       integer,
  years_min        integer,
  education        text     not null,
  openings         integer  not null check (openings between 1 and 20),
  language         text     not null check (language in ('zh', 'en')),
  -- What is odd about it, though it was taken.
  flags            text[]   not null,
  -- What stands for it when doubles are looked for: doubles share a block.
  block            text     not null,
  title_key        text     not null,
  -- Null where the text is too short to tell anything.
  text_hash        bigint,
  -- Its group of doubles, how many they are, and for how many windows in a row they were seen.
  -- With a group it counts: before that its import is not settled.
  group_id         uuid,
  group_size       integer,
  windows          integer,
  -- What was made of it; null until it is classified.
  gate_score       integer,
  is_relevant      boolean,
  role             text,
  second_role      text,
  -- Points for its echelon but those of its pay, which depend on all others.
  echelon_points   integer,
  echelon          text,
  competencies     text[],
  confidence_ppm   integer,
  is_queued        boolean  not null default false,
  -- Terms and points that decided, for whoever asks why.
  reasons          jsonb,
  model_version    integer,
  unique (import_id, row_number)
);
create index posting_block on planning.posting (block, id) where is_relevant is not null;
create index posting_counted on planning.posting (city, posted_on)
  where group_id is not null and is_relevant;
create index posting_queue on planning.posting (organisation_id, id) where is_queued;
create index posting_source_key on planning.posting (source_id, source_key)
  where source_key is not null;
