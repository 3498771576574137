import { z } from "zod";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { Id, Locale } from "../platform/shapes.ts";
import {
  AddLessonRequest,
  ArrangeRequest,
  CourseCard,
  courseLimits,
  CourseProgress,
  CourseSlug,
  CourseView,
  GuideView,
  LessonDraft,
  LessonId,
  LessonPreview,
  LessonView,
  PreviewRequest,
  SaveLessonRequest,
} from "./courses.ts";

const svg = "image/svg+xml";
const ofCourse = z.strictObject({ course: CourseSlug });
const ofLesson = z.strictObject({ course: CourseSlug, lesson: LessonId });
const inClass = z.strictObject({ class: Id, course: CourseSlug });
const lessonInClass = z.strictObject({ class: Id, course: CourseSlug, lesson: LessonId });
/** The class that reads it, with its order, dates and texts; by oneself where it is left out. */
const forClass = z.strictObject({ class: Id.optional() });

const aboutCourse = ["teaching/no-such-course", "teaching/no-such-class"] as const;
const aboutLesson = [...aboutCourse, "teaching/no-such-lesson"] as const;
const arranging = [...aboutCourse, "teaching/class-archived", "platform/not-allowed"] as const;
const writing = [...arranging, "teaching/lesson-faulty", "teaching/too-many-lessons"] as const;

export const courseEndpoints = endpoints({
  courses: {
    does: "GET /courses",
    gives: z.array(CourseCard).max(courseLimits.coursesMax),
    refuses: [],
  },
  course: {
    does: "GET /courses/:course",
    where: ofCourse,
    asks: forClass,
    gives: CourseView,
    refuses: aboutCourse,
  },
  lesson: {
    does: "GET /courses/:course/lessons/:lesson",
    where: ofLesson,
    asks: forClass,
    gives: LessonView,
    refuses: aboutLesson,
  },
  /** The caller has read it to its end. */
  readLesson: {
    does: "PUT /courses/:course/lessons/:lesson/read",
    where: ofLesson,
    asks: forClass,
    gives: nothing,
    refuses: aboutLesson,
  },
  /** Colored for the theme that it stands in. */
  coursePicture: {
    does: "GET /courses/:course/pictures/:picture",
    where: z.strictObject({ course: CourseSlug, picture: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
    asks: z.strictObject({ language: Locale, theme: z.enum(["light", "dark"]) }),
    gives: download(svg),
    refuses: ["teaching/no-such-course", "teaching/no-such-picture"],
  },
  /** How to teach it: for those who do. */
  guide: {
    does: "GET /courses/:course/guide",
    where: ofCourse,
    gives: GuideView,
    refuses: ["teaching/no-such-course"],
  },
  /** What a text would look like, and what is wrong with it; keeps nothing. */
  previewLesson: {
    does: "POST /courses/:course/preview",
    where: ofCourse,
    takes: PreviewRequest,
    gives: LessonPreview,
    refuses: ["teaching/no-such-course"],
  },
  /** The class takes the course, arranged so. */
  arrangeCourse: {
    does: "PUT /classes/:class/courses/:course",
    where: inClass,
    takes: ArrangeRequest,
    gives: CourseView,
    refuses: [...arranging, "teaching/no-such-lesson"],
  },
  /** The class takes it no longer; what was arranged, written and read stays. */
  leaveCourse: {
    does: "DELETE /classes/:class/courses/:course",
    where: inClass,
    gives: nothing,
    refuses: arranging,
  },
  courseProgress: {
    does: "GET /classes/:class/courses/:course/progress",
    where: inClass,
    gives: CourseProgress,
    refuses: [...aboutCourse, "platform/not-allowed"],
  },
  addLesson: {
    does: "POST /classes/:class/courses/:course/lessons",
    where: inClass,
    takes: AddLessonRequest,
    gives: z.strictObject({ lesson: LessonId }),
    refuses: writing,
  },
  /** What stands in a lesson, to be edited; an earlier version where one is asked for. */
  lessonDraft: {
    does: "GET /classes/:class/courses/:course/lessons/:lesson/text",
    where: lessonInClass,
    asks: z.strictObject({
      version: z
        .string()
        .regex(/^[1-9]\d{0,2}$/)
        .optional(),
    }),
    gives: LessonDraft,
    refuses: [...aboutLesson, "platform/not-allowed"],
  },
  /** Keeps a new version; the shipped text again where all is null. */
  saveLesson: {
    does: "PUT /classes/:class/courses/:course/lessons/:lesson/text",
    where: lessonInClass,
    takes: SaveLessonRequest,
    gives: LessonDraft,
    refuses: [...writing, "teaching/no-such-lesson", "teaching/lesson-changed"],
  },
});
