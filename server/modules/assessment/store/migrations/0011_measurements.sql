-- How much a class learns in a course: two parallel tests, one before and one after, each an exam.
create table assessment.measurement (
  id        uuid        not null primary key,
  school_id uuid        not null,
  class_id  uuid        not null,
  -- The course's name in addresses.
  course    text        not null check (char_length(course) between 1 and 40),
  made_by   uuid        not null,
  made_at   timestamptz not null
);
create index measurement_of_class on assessment.measurement (class_id, made_at);
create index measurement_of_school on assessment.measurement (school_id, made_at);

-- An exam that measures a course counts for no grade and is no evidence.
alter table assessment.exam
  add column measurement_id uuid references assessment.measurement (id) on delete cascade,
  add column moment text check (moment in ('before', 'after')),
  add constraint exam_measures check ((measurement_id is null) = (moment is null)),
  add constraint exam_of_measurement unique (measurement_id, moment);
