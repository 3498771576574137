-- Question banks, exams and those who sit them.
create table assessment.bank (
  id         uuid        not null primary key,
  school_id  uuid        not null,
  name       text        not null check (char_length(name) between 1 and 80),
  made_by    uuid        not null,
  made_at    timestamptz not null,
  changed_at timestamptz not null
);
create index bank_of_school on assessment.bank (school_id, made_at);

create table assessment.bank_question (
  id      uuid        not null primary key,
  bank_id uuid        not null references assessment.bank (id) on delete cascade,
  -- A question as the contract has it.
  body    jsonb       not null,
  -- Of the body: the same question is not taken in twice.
  hash    text        not null check (char_length(hash) = 64),
  -- Competencies that it shows.
  topics  text[]      not null check (cardinality(topics) <= 8),
  made_at timestamptz not null,
  unique (bank_id, hash)
);

create table assessment.exam (
  id            uuid        not null primary key,
  class_id      uuid        not null,
  kind          text        not null check (kind in ('theory', 'practical')),
  name          text        not null check (char_length(name) between 1 and 80),
  language      text        not null check (language in ('zh', 'en')),
  -- Of theory: banks by id, a course's by its name, and the blueprint.
  banks         text[]      not null check (cardinality(banks) <= 10),
  sections      jsonb       not null,
  minutes       integer     not null check (minutes between 0 and 600),
  opens_at      timestamptz,
  closes_at     timestamptz,
  passing       integer     not null check (passing between 1 and 99),
  -- Of a practical one: the season that is played.
  season_id     uuid        unique,
  state         text        not null check (state in ('draft', 'open', 'closed', 'published')),
  -- What papers are drawn by; told when results are.
  key_secret    text        check (char_length(key_secret) = 64),
  extra_minutes integer     not null check (extra_minutes between 0 and 600),
  -- When a clock's minute last found the exam open, and spans without one.
  pulse_at      timestamptz,
  outages       jsonb       not null,
  made_by       uuid        not null,
  made_at       timestamptz not null,
  opened_at     timestamptz,
  closed_at     timestamptz,
  published_at  timestamptz
);
create index exam_of_class on assessment.exam (class_id, made_at);
create index exam_open on assessment.exam (id) where state = 'open';

-- What an open exam asks, as it was when it was opened: banks may change, papers may not.
create table assessment.exam_question (
  exam_id  uuid    not null references assessment.exam (id) on delete cascade,
  question text    not null check (char_length(question) <= 120),
  type     text    not null,
  topics   text[]  not null,
  -- Options that may be shown in any order.
  options  integer not null check (options >= 0),
  body     jsonb   not null,
  primary key (exam_id, question)
);

create table assessment.exam_extra (
  exam_id   uuid    not null references assessment.exam (id) on delete cascade,
  person_id uuid    not null,
  minutes   integer not null check (minutes between 0 and 600),
  given_by  uuid    not null,
  primary key (exam_id, person_id)
);

create table assessment.sitting (
  id         uuid        not null primary key,
  exam_id    uuid        not null references assessment.exam (id) on delete cascade,
  person_id  uuid        not null,
  -- Number in the exam, from 0: the paper is drawn by it.
  seat       integer     not null check (seat >= 0),
  -- Questions by place, with points and the order of options.
  paper      jsonb       not null,
  started_at timestamptz not null,
  -- The browser that may write, and how many there were.
  machine    uuid        not null,
  machines   integer     not null check (machines >= 1),
  ended_at   timestamptz,
  ended_how  text        check (ended_how in ('handed-in', 'time', 'closed')),
  unique (exam_id, person_id),
  unique (exam_id, seat),
  check ((ended_at is null) = (ended_how is null))
);
create index sitting_of_person on assessment.sitting (person_id);

create table assessment.sitting_answer (
  sitting_id   uuid        not null references assessment.sitting (id) on delete cascade,
  place        integer     not null check (place >= 0),
  answer       jsonb,
  is_for_later boolean     not null,
  -- Counted by who answers: the higher one stands, in whatever order they come.
  revision     integer     not null check (revision >= 1),
  saved_at     timestamptz not null,
  -- Of the question's points, millionths; null while it is not marked.
  share_micro  integer     check (share_micro between 0 and 1000000),
  marked_by    uuid,
  note         text        not null check (char_length(note) <= 1000),
  primary key (sitting_id, place)
);

-- Who says that the results of a practical exam are right.
create table assessment.exam_signature (
  exam_id   uuid        not null references assessment.exam (id) on delete cascade,
  side      text        not null check (side in ('teacher', 'mentor')),
  person_id uuid        not null,
  at        timestamptz not null,
  primary key (exam_id, side)
);

-- Of a practical exam, frozen when it is closed: what each person reached.
create table assessment.exam_result (
  exam_id    uuid    not null references assessment.exam (id) on delete cascade,
  person_id  uuid    not null,
  reached_bp integer not null check (reached_bp between 0 and 10000),
  -- Hundredths of points, in the order of the units.
  units      jsonb   not null,
  primary key (exam_id, person_id)
);
create index exam_result_of_person on assessment.exam_result (person_id);
