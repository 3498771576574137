-- A class's gradebook: by which rules it counts, what a teacher enters, and what was made known.
create table assessment.gradebook (
  class_id   uuid        not null primary key,
  rules      jsonb       not null,
  -- Rises with every change, so that two teachers do not undo each other unseen.
  revision   integer     not null check (revision >= 1),
  changed_by uuid        not null,
  changed_at timestamptz not null
);

-- Marks that a teacher enters: of own columns, and of all together.
create table assessment.grade_mark (
  class_id   uuid        not null,
  person_id  uuid        not null,
  -- An own column's id, or `final`.
  column_id  text        not null check (char_length(column_id) <= 40),
  tenths     integer     not null check (tenths between 0 and 1000),
  entered_by uuid        not null,
  entered_at timestamptz not null,
  primary key (class_id, person_id, column_id)
);

create table assessment.grade_comment (
  class_id   uuid        not null,
  person_id  uuid        not null,
  text       text        not null check (char_length(text) between 1 and 500),
  entered_by uuid        not null,
  entered_at timestamptz not null,
  primary key (class_id, person_id)
);

-- What a student was told: a later publication is a row more.
create table assessment.published_grade (
  class_id     uuid        not null,
  person_id    uuid        not null,
  version      integer     not null check (version >= 1),
  grade        jsonb       not null,
  tenths       integer     not null check (tenths between 0 and 1000),
  published_by uuid        not null,
  published_at timestamptz not null,
  primary key (class_id, person_id, version)
);
create index published_grade_of_person on assessment.published_grade (person_id, published_at);
create trigger published_grade_is_append_only before update on assessment.published_grade
  for each row execute function assessment.refuse_change();
