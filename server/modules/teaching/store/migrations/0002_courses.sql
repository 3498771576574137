-- Courses in classes: how a class takes one, what its teachers write in it, and who has read what.
-- The courses themselves are files; slugs and lessons are named, not kept.
create table teaching.class_course (
  class_id uuid        not null references teaching.class (id),
  course   text        not null check (char_length(course) <= 20),
  taken_by uuid        not null,
  taken_at timestamptz not null,
  -- Until it is taken again; what was arranged stays.
  left_at  timestamptz,
  primary key (class_id, course)
);

create table teaching.class_lesson (
  class_id  uuid    not null,
  course    text    not null,
  lesson    text    not null check (char_length(lesson) <= 60),
  place     integer not null check (place between 0 and 99),
  is_hidden boolean not null,
  week      integer check (week between 1 and 40),
  due_on    date,
  primary key (class_id, course, lesson),
  foreign key (class_id, course) references teaching.class_course (class_id, course)
);

-- What teachers of a class wrote: an edited or translated copy of a lesson that ships, or a lesson
-- of their own. The latest counts; a version without any text is the shipped one again.
create table teaching.lesson_version (
  class_id uuid        not null references teaching.class (id),
  course   text        not null check (char_length(course) <= 20),
  lesson   text        not null check (char_length(lesson) <= 60),
  number   integer     not null check (number between 1 and 200),
  name_zh  text        check (char_length(name_zh) <= 80),
  name_en  text        check (char_length(name_en) <= 80),
  text_zh  text        check (char_length(text_zh) <= 40000),
  text_en  text        check (char_length(text_en) <= 40000),
  made_by  uuid        not null,
  made_at  timestamptz not null,
  check ((name_zh is null) = (name_en is null)),
  primary key (class_id, course, lesson, number)
);

create table teaching.lesson_read (
  person_id uuid        not null,
  course    text        not null check (char_length(course) <= 20),
  lesson    text        not null check (char_length(lesson) <= 60),
  read_at   timestamptz not null,
  primary key (person_id, course, lesson)
);
