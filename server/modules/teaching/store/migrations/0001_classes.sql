-- Classes, who is in them, the codes that open them, and class lists on their way in.
create schema teaching;

create table teaching.class (
  id              uuid        primary key,
  organisation_id uuid        not null,
  name            text        not null check (char_length(name) between 1 and 40),
  term            text        not null check (char_length(term) <= 40),
  locale          text        not null check (locale in ('zh', 'en')),
  made_by         uuid        not null,
  made_at         timestamptz not null,
  archived_at     timestamptz
);
create unique index class_name_once
  on teaching.class (organisation_id, name, term) where archived_at is null;
create index class_of_organisation on teaching.class (organisation_id, id);

create table teaching.member (
  class_id  uuid        not null references teaching.class (id),
  person_id uuid        not null,
  role      text        not null check (role in ('student', 'teacher', 'assistant', 'mentor')),
  how       text        not null check (how in ('code', 'roster', 'added', 'made')),
  joined_at timestamptz not null,
  left_at   timestamptz,
  primary key (class_id, person_id)
);
create index class_of_member on teaching.member (person_id) where left_at is null;

create table teaching.join_code (
  code       text        primary key check (code ~ '^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$'),
  class_id   uuid        not null references teaching.class (id),
  role       text        not null check (role in ('student', 'teacher', 'assistant', 'mentor')),
  uses_max   integer     not null check (uses_max between 1 and 2000),
  used       integer     not null default 0 check (used between 0 and uses_max),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz
);
create index code_of_class on teaching.join_code (class_id, made_at);

-- What a class list said, until it is taken in or forgotten; names and numbers, so it is fenced.
create table teaching.roster_import (
  organisation_id uuid        not null,
  id              uuid        not null,
  class_id        uuid        not null references teaching.class (id),
  by_id           uuid        not null,
  file_name       text        not null check (char_length(file_name) <= 200),
  made_at         timestamptz not null,
  reading         jsonb       not null,
  committed_at    timestamptz,
  primary key (organisation_id, id)
);
create index roster_import_by_age on teaching.roster_import (made_at);

alter table teaching.roster_import enable row level security;
create policy roster_import_fence on teaching.roster_import
  using (organisation_id =
    (select nullif(current_setting('echelon.organisation', true), '')::uuid));

-- Old ones are forgotten in all organisations at once, so the owner does it.
create function teaching.forget_rosters(before timestamptz) returns void
  language sql security definer set search_path = '' as
  $$ delete from teaching.roster_import where made_at < before $$;
