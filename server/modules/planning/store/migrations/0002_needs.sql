-- What people say about postings, what the classifier learned of it, what is known beside postings:
-- surveys of need and coverage, and enterprises' orders for people.
create table planning.label (
  posting_id  uuid        not null references planning.posting (id) on delete cascade,
  by_id       uuid        not null,
  -- False says that it is none of ours; role and echelon are null then.
  is_relevant boolean     not null,
  role        text,
  echelon     text,
  at          timestamptz not null,
  primary key (posting_id, by_id)
);

-- The classifier's words as they were learned from labels; version 0 knows the framework alone.
create table planning.model (
  version   integer     not null primary key check (version >= 1),
  -- Role to words with how often they were in labeled postings.
  learned   jsonb       not null,
  labels    integer     not null,
  -- Share of labels that the version before gave by itself, of those it had not learned from.
  hit_ppm   integer,
  cutter    text        not null,
  made_by   uuid        not null,
  made_at   timestamptz not null
);

-- What a survey of enterprises found in a city and half-year, to set against what was posted.
create table planning.coverage (
  source_id       uuid        not null,
  city            text        not null,
  -- First month of the quarter: 2026-10-01.
  quarter         date        not null,
  surveyed        integer     not null check (surveyed between 0 and 1000000),
  posted          integer     not null check (posted between 1 and 1000000),
  organisation_id uuid        not null,
  entered_by      uuid        not null,
  entered_at      timestamptz not null,
  primary key (source_id, city, quarter)
);

-- People that a survey says a cell needs in all.
create table planning.stock (
  city            text        not null,
  family          text        not null,
  echelon         text        not null,
  quarter         date        not null,
  people          integer     not null check (people between 0 and 10000000),
  organisation_id uuid        not null,
  entered_by      uuid        not null,
  entered_at      timestamptz not null,
  primary key (city, family, echelon, quarter)
);

-- An enterprise's obligation to take people of a role and echelon by a date.
create table planning.people_order (
  id               uuid        not null primary key,
  organisation_id  uuid        not null,
  city             text        not null,
  role             text        not null,
  echelon          text        not null,
  people           integer     not null check (people between 1 and 10000),
  due_on           date        not null,
  note             text        not null check (char_length(note) <= 300),
  made_by          uuid        not null,
  made_at          timestamptz not null,
  withdrawn_at     timestamptz
);
create index people_order_due on planning.people_order (due_on) where withdrawn_at is null;
