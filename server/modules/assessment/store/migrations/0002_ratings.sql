-- Work that people hand in, and what two raters who do not see each other say of it.
alter table assessment.piece drop constraint piece_context_kind_check;
alter table assessment.piece add constraint piece_context_kind_check
  check (context_kind in ('season', 'exam', 'course', 'assignment'));

create table assessment.assignment (
  id           uuid        not null primary key,
  class_id     uuid        not null,
  title        text        not null check (char_length(title) between 1 and 80),
  brief        text        not null check (char_length(brief) between 1 and 4000),
  -- Competencies that are marked, each with five anchors of its own.
  competencies text[]      not null check (cardinality(competencies) between 1 and 8),
  due_on       date,
  -- open: work is handed in; marking: it is frozen and being marked; published: marks count.
  state        text        not null check (state in ('open', 'marking', 'published')),
  -- How the raters agreed, when it was published.
  fit          jsonb,
  made_by      uuid        not null,
  made_at      timestamptz not null,
  closed_at    timestamptz,
  published_at timestamptz
);
create index assignment_of_class on assessment.assignment (class_id, made_at);

create table assessment.work (
  id            uuid        not null primary key,
  assignment_id uuid        not null references assessment.assignment (id) on delete cascade,
  person_id     uuid        not null,
  text          text        not null check (char_length(text) between 1 and 20000),
  saved_at      timestamptz not null,
  unique (assignment_id, person_id)
);

-- Who marks what. Nobody sees what another one says before all of a work are done.
create table assessment.allocation (
  work_id      uuid        not null references assessment.work (id) on delete cascade,
  rater_id     uuid        not null,
  side         text        not null check (side in ('teacher', 'mentor', 'third')),
  is_anchor    boolean     not null,
  allocated_at timestamptz not null,
  done_at      timestamptz,
  primary key (work_id, rater_id)
);
create index allocation_of_rater on assessment.allocation (rater_id, done_at);

create table assessment.mark (
  work_id    uuid        not null references assessment.work (id) on delete cascade,
  rater_id   uuid        not null,
  competency text        not null,
  mark       integer     not null check (mark between 0 and 4),
  note       text        not null check (char_length(note) <= 1000),
  at         timestamptz not null,
  primary key (work_id, rater_id, competency)
);

-- Whose work somebody must not mark.
create table assessment.conflict (
  class_id    uuid        not null,
  rater_id    uuid        not null,
  person_id   uuid        not null,
  reason      text        not null check (reason in ('relative', 'own-intern', 'other')),
  declared_by uuid        not null,
  at          timestamptz not null,
  primary key (class_id, rater_id, person_id)
);
