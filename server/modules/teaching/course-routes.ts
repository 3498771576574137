import { courseEndpoints as courses } from "@echelon/contract/teaching/course-endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { coursePictureSecurityPolicy } from "./course-picture.ts";
import { may } from "./may.ts";
import { arrangeCourse, leaveCourse } from "./use-cases/arrange-course.ts";
import { drawCoursePicture } from "./use-cases/draw-course-picture.ts";
import { listCourses, viewCourse, viewGuide, viewProgress } from "./use-cases/view-course.ts";
import { readLesson, viewLesson } from "./use-cases/view-lesson.ts";
import { addLesson, previewLesson, saveLesson, viewDraft } from "./use-cases/write-lesson.ts";

/** Courses: read by all who learn and teach, arranged and written on by teachers. */
export const courseRoutes = (means: Means): readonly Route[] => [
  ...readingRoutes(means),
  ...arrangingRoutes(means),
  ...writingRoutes(means),
];

const readingRoutes = (means: Means): Route[] => [
  route({
    ...courses.courses,
    allows: may.attend,
    run: ({ caller }) => listCourses(means, caller),
  }),
  route({
    ...courses.course,
    allows: may.attend,
    run: ({ caller, where, asks }) => viewCourse(means, caller, where.course, asks.class),
  }),
  route({
    ...courses.lesson,
    allows: may.attend,
    run: ({ caller, where, asks }) => viewLesson(means, caller, where, asks.class),
  }),
  route({
    ...courses.readLesson,
    allows: may.attend,
    run: ({ caller, where, asks }) => readLesson(means, caller, where, asks.class),
  }),
  route({
    ...courses.coursePicture,
    allows: may.attend,
    run: ({ where, asks, answerHeader }) => {
      answerHeader("content-security-policy", coursePictureSecurityPolicy);
      return drawCoursePicture(where, asks);
    },
  }),
  route({ ...courses.guide, allows: may.lead, run: ({ where }) => viewGuide(where.course) }),
];

const arrangingRoutes = (means: Means): Route[] => [
  route({
    ...courses.arrangeCourse,
    allows: may.teach,
    run: ({ caller, where, body }) => arrangeCourse(means, caller, where, body),
  }),
  route({
    ...courses.leaveCourse,
    allows: may.teach,
    run: ({ caller, where }) => leaveCourse(means, caller, where),
  }),
  route({
    ...courses.courseProgress,
    allows: may.follow,
    run: ({ caller, where }) => viewProgress(means, caller, where),
  }),
];

const writingRoutes = (means: Means): Route[] => [
  route({
    ...courses.previewLesson,
    allows: may.teach,
    run: ({ where, body }) => previewLesson(where.course, body),
  }),
  route({
    ...courses.addLesson,
    allows: may.teach,
    run: ({ caller, where, body }) => addLesson(means, caller, where, body),
  }),
  route({
    ...courses.lessonDraft,
    allows: may.teach,
    run: ({ caller, where, asks }) => {
      const version = asks.version === undefined ? undefined : Number(asks.version);
      return viewDraft(means, caller, where, version);
    },
  }),
  route({
    ...courses.saveLesson,
    allows: may.teach,
    run: ({ caller, where, body }) => saveLesson(means, caller, where, body),
  }),
];
