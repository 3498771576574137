-- Answers to questions inside lessons, in the order given. The first says what somebody knew; what
-- comes after an explanation says what was learnt. Questions are of courses, named and not kept.
create table assessment.check_answer (
  person_id      uuid        not null,
  course         text        not null check (char_length(course) <= 20),
  question       text        not null check (char_length(question) <= 40),
  number         integer     not null check (number between 1 and 50),
  lesson         text        not null check (char_length(lesson) <= 60),
  course_version text        not null,
  language       text        not null check (language in ('zh', 'en')),
  answer         jsonb       not null,
  share_micro    integer     not null check (share_micro between 0 and 1000000),
  answered_at    timestamptz not null,
  primary key (person_id, course, question, number)
);
create index check_answer_first on assessment.check_answer (answered_at) where number = 1;
create trigger check_answer_is_append_only before update on assessment.check_answer
  for each row execute function assessment.refuse_change();
