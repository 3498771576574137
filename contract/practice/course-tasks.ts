/** Tasks of courses: each is practice of one's own, judged by the system. */
import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import { SeasonState } from "./season.ts";
import { Count, SeasonDay, StoreNumber, Text } from "./shapes.ts";

const Share = z.int().min(0).max(10_000);
const TaskId = z.string().max(40);
export const CourseName = z.string().max(40);

/** How far somebody has come with a task. */
const TaskState = {
  state: SeasonState,
  /** The day that is open, and how many there are. */
  day: SeasonDay,
  days: Count,
  /** Share of the points at the last close; null before there is one. */
  reachedBp: Share.nullable(),
  isPassed: z.boolean(),
};

const CourseTask = z.strictObject({
  id: TaskId,
  /** What `POST /practice/rehearsal` begins it by. */
  preset: z.string().max(60),
  name: Text,
  brief: Text,
  minutes: Count,
  days: Count,
  /** Share of the points from which it is passed. */
  passBp: Share,
});

export const OwnTask = CourseTask.extend({
  /** The caller's own practice of it; null before it was begun. */
  own: z.strictObject({ season: Id, store: StoreNumber, ...TaskState }).nullable(),
});
export type OwnTask = z.output<typeof OwnTask>;

export const ClassTaskMarks = z.strictObject({
  tasks: z.array(CourseTask.pick({ id: true, name: true, passBp: true })).max(40),
  marks: z.array(z.strictObject({ person: Id, task: TaskId, ...TaskState })).max(20_000),
});
export type ClassTaskMarks = z.output<typeof ClassTaskMarks>;

const ofCourse = z.strictObject({ course: CourseName });

export const courseTaskEndpoints = endpoints({
  /** The tasks of a course, in the order of its lessons. */
  courseTasks: {
    does: "GET /practice/tasks",
    asks: ofCourse,
    gives: z.array(OwnTask).max(40),
    refuses: [],
  },
  classCourseTasks: {
    does: "GET /practice/classes/:class/tasks",
    where: z.strictObject({ class: Id }),
    asks: ofCourse,
    gives: ClassTaskMarks,
    refuses: ["practice/no-such-class"],
  },
});
