/**
 * What one file of a course says about another: every goal is reached, every reference leads
 * somewhere, both timetables teach everything, and texts and questions are sound.
 */
import { basename } from "node:path";
import { scenarios } from "@echelon/atlas/world-source.ts";
import { checkTexts } from "./check-lessons.ts";
import { checkQuestions, countFault } from "./check-questions.ts";
import { type CourseFinding, courseFinding } from "./course-finding.ts";
import { type Course, type CourseReading, readCourseFolder } from "./course-folder.ts";
import { courseLimits as limits } from "./course-shape.ts";
import { loadFramework } from "./framework/framework-folder.ts";

/** Reads a folder of a course and says all that is wrong with it. */
export function readCourse(folder: string): CourseReading {
  const { course, findings } = readCourseFolder(folder);
  if (course === null) return { course, findings };
  const { slug } = course.course;
  const place = basename(folder);
  const named =
    slug === place ? [] : [courseFinding("misnamed", "course.json/slug", { name: slug, place })];
  return { course, findings: [...findings, ...named, ...checkCourse(course)] };
}

/** @returns nothing where the course may be taught */
export function checkCourse(course: Course): readonly CourseFinding[] {
  return [
    ...duplicates(course),
    ...danglers(course),
    ...unreached(course),
    ...timetableFaults(course),
    ...sizeFaults(course),
    ...checkTexts(course),
    ...checkQuestions(course),
    ...projectFaults(course),
  ];
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

function duplicates({ course, sources, questions }: Course): CourseFinding[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["course.json/lessons", idsOf(course.lessons)],
    ["course.json/goals", idsOf(course.goals)],
    ["course.json/competencies", course.competencies],
    ["sources.json", idsOf(sources)],
    ["questions", idsOf(questions)],
    ...course.timetables.map(
      ({ hours, weeks }) =>
        [`course.json/timetables/${hours}`, weeks.map(({ week }) => String(week))] as const,
    ),
  ];
  return lists.flatMap(([path, ids]) =>
    [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) =>
      courseFinding("duplicate-id", `${path}/${id}`, { id }),
    ),
  );
}

function danglers({ course, tasks, questions, project }: Course): CourseFinding[] {
  const found: CourseFinding[] = [];
  const ask = (known: ReadonlySet<string>, ids: readonly string[], path: string) => {
    for (const id of ids)
      if (!known.has(id)) found.push(courseFinding("dangling-reference", path, { id }));
  };
  const taught = loadFramework().framework.competencies.filter(({ courses }) =>
    courses.includes(course.id),
  );
  const own = new Set(course.competencies);
  const goals = new Set(idsOf(course.goals));
  const lessons = new Set(idsOf(course.lessons));
  const known = new Set(idsOf(tasks));
  const worlds = new Set(scenarios().map(({ id }) => id));
  ask(new Set(idsOf(taught)), course.competencies, "course.json/competencies");
  for (const { id, competencies } of course.goals)
    ask(own, competencies, `course.json/goals/${id}`);
  for (const lesson of course.lessons) {
    ask(goals, lesson.goals, `course.json/lessons/${lesson.id}/goals`);
    ask(known, lesson.tasks, `course.json/lessons/${lesson.id}/tasks`);
  }
  for (const { hours, weeks } of course.timetables)
    for (const { week, lessons: named } of weeks)
      ask(lessons, named, `course.json/timetables/${hours}/${week}`);
  for (const { id, competencies, scenario } of tasks) {
    ask(own, competencies, `tasks/${id}.json/competencies`);
    ask(worlds, [scenario], `tasks/${id}.json/scenario`);
  }
  for (const { id, lesson, competencies } of questions) {
    ask(lessons, [lesson], `questions/${id}/lesson`);
    ask(own, competencies, `questions/${id}/competencies`);
  }
  ask(own, project.competencies, "project.json/competencies");
  project.criteria.forEach(({ competency }, at) =>
    ask(new Set(project.competencies), [competency], `project.json/criteria/${at}`),
  );
  return found;
}

function unreached({ course, tasks }: Course): CourseFinding[] {
  const lists: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["course.json/goals", idsOf(course.goals), course.lessons.flatMap(({ goals }) => goals)],
    [
      "course.json/competencies",
      course.competencies,
      course.goals.flatMap(({ competencies }) => competencies),
    ],
    ["tasks", idsOf(tasks), course.lessons.flatMap((lesson) => lesson.tasks)],
  ];
  return lists.flatMap(([path, ids, reached]) =>
    ids
      .filter((id) => !reached.includes(id))
      .map((id) => courseFinding("unreached", `${path}/${id}`, { id })),
  );
}

function timetableFaults({ course }: Course): CourseFinding[] {
  return course.timetables.flatMap(({ hours, weeks }) => {
    const path = `course.json/timetables/${hours}`;
    const sum = weeks.reduce((all, week) => all + week.hours, 0);
    const taught = new Set(weeks.flatMap(({ lessons }) => lessons));
    return [
      ...(sum === hours ? [] : [courseFinding("timetable-hours", path, { hours, sum })]),
      ...idsOf(course.lessons)
        .filter((id) => !taught.has(id))
        .map((id) => courseFinding("timetable-lessons", path, { id })),
    ];
  });
}

function sizeFaults({ course, tasks }: Course): CourseFinding[] {
  const found: CourseFinding[] = [];
  const [lessons, own] = [course.lessons.length, tasks.length];
  if (lessons < limits.lessonsMin || lessons > limits.lessonsMax)
    found.push(countFault("course.json/lessons", lessons, limits.lessonsMin, limits.lessonsMax));
  if (own < limits.tasksMin || own > limits.tasksMax)
    found.push(countFault("tasks", own, limits.tasksMin, limits.tasksMax));
  return found;
}

/** Two marks that look the same cannot be told apart by whoever marks. */
function projectFaults({ project }: Course): CourseFinding[] {
  return project.criteria.flatMap(({ anchors }, at) =>
    (["zh", "en"] as const)
      .filter((language) => new Set(anchors.map((one) => one[language])).size < anchors.length)
      .map((language) =>
        courseFinding("anchors-alike", `project.json/criteria/${at}/anchors/${language}`),
      ),
  );
}
