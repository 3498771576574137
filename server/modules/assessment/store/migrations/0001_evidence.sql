-- What people have shown, and what is known of them by it.
create schema assessment;

-- Append-only: what no longer counts has a row in voiding, and is never changed or deleted.
create table assessment.piece (
  id                uuid             not null primary key,
  person_id         uuid             not null,
  competency        text             not null check (char_length(competency) <= 80),
  framework_version text             not null,
  kind              text             not null
    check (kind in ('auto', 'rubric', 'exam', 'quiz', 'peer')),
  source            text             not null
    check (source in ('system', 'teacher', 'mentor', 'examiner', 'peer')),
  rater_id          uuid,
  -- Where it was shown: a season and some of its markets, an exam, a course.
  context_kind      text             not null check (context_kind in ('season', 'exam', 'course')),
  context_id        uuid             not null,
  markets           text[]           not null check (cardinality(markets) <= 60),
  -- Place among the pieces of one person, competency and context.
  ordinal           integer          not null check (ordinal >= 0),
  -- Days since 1970-01-01, UTC.
  day               integer          not null check (day >= 0),
  outcome_micro     integer          not null check (outcome_micro between 0 and 1000000),
  events            integer          not null check (events >= 1),
  weight            double precision not null check (weight > 0),
  -- A short last batch weighs, but is not counted as a piece.
  is_whole          boolean          not null,
  difficulty        double precision not null,
  guess             double precision not null,
  slip              double precision not null,
  -- What the piece opens to: the rule and the events that made it.
  detail            jsonb            not null,
  -- Of all that it says: an equal piece is not written again.
  hash              text             not null,
  made_at           timestamptz      not null
);
create index piece_of_person on assessment.piece (person_id, competency, day, id);
create index piece_of_context on assessment.piece (context_id);

create function assessment.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is append-only';
end $$;
create trigger piece_is_append_only before update on assessment.piece
  for each row execute function assessment.refuse_change();

create table assessment.voiding (
  piece_id  uuid        not null primary key references assessment.piece (id) on delete cascade,
  -- withdrawn: the day that showed it was taken back; replaced: it shows something else now.
  reason    text        not null check (reason in ('withdrawn', 'replaced', 'contested')),
  note      text        not null check (char_length(note) <= 1000),
  by_id     uuid,
  at        timestamptz not null
);

-- A cache of the fold over what counts; it may be deleted and is made again.
create table assessment.mastery (
  person_id  uuid             not null,
  competency text             not null,
  theta      double precision not null,
  variance   double precision not null,
  day        integer          not null,
  -- Whole pieces, and the seasons with their markets, exams and courses that they came from.
  pieces     integer          not null,
  contexts   integer          not null,
  raters     integer          not null,
  primary key (person_id, competency)
);

-- How far each season's practice was read.
create table assessment.gathered (
  season_id   uuid        not null primary key,
  branch      integer     not null,
  day         integer     not null,
  gathered_at timestamptz not null
);

-- What somebody says against a piece of the own evidence, and what a teacher answered.
create table assessment.contest (
  id         uuid        not null primary key,
  piece_id   uuid        not null unique references assessment.piece (id) on delete cascade,
  person_id  uuid        not null,
  text       text        not null check (char_length(text) between 1 and 1000),
  made_at    timestamptz not null,
  state      text        not null check (state in ('open', 'kept', 'voided')),
  answer     text        not null check (char_length(answer) <= 1000),
  decided_by uuid,
  decided_at timestamptz
);
create index contest_of_person on assessment.contest (person_id);
