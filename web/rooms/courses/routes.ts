import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** What a student learns: the courses, one of them, and its lessons; `$of` is a class or `own`. */
export const learnRoutes = (student: AnyRoute): AnyRoute[] => [
  room(student, "learn", ["courses"], () => import("./my-courses.tsx")),
  room(student, "learn/$of/$course", ["courses"], () => import("./my-course.tsx")),
  room(
    student,
    "learn/$of/$course/$lesson",
    ["courses", "sitting"],
    () => import("./my-lesson.tsx"),
  ),
];

/** The same for who leads a class: arranged, read and written on. */
export const courseRoutes = (teacher: AnyRoute): AnyRoute[] => [
  room(teacher, "classes/$class/courses/$course", ["courses"], () => import("./class-course.tsx")),
  room(
    teacher,
    "classes/$class/courses/$course/$lesson",
    ["courses", "sitting"],
    () => import("./class-lesson.tsx"),
  ),
  room(
    teacher,
    "classes/$class/courses/$course/$lesson/edit",
    ["courses"],
    () => import("./edit-lesson.tsx"),
  ),
];
