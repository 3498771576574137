import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** A student's exams: the list, the sitting, the result. */
export const sittingRoutes = (student: AnyRoute): AnyRoute[] => [
  room(student, "my-exams", ["sitting"], () => import("./my-exams.tsx")),
  room(student, "my-exams/$exam", ["sitting"], () => import("./my-exam.tsx")),
];

/** Banks, and exams of a class. */
export const examRoutes = (teacher: AnyRoute): AnyRoute[] => [
  room(teacher, "banks", ["banks"], () => import("./banks.tsx")),
  room(teacher, "banks/$bank", ["banks"], () => import("./bank.tsx")),
  room(teacher, "classes/$class/new-exam", ["exams"], () => import("./new-exam.tsx")),
];

/** One exam for who holds it, and for the mentor who confirms a practical one. */
export const heldExamRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "exams/$exam", ["exams"], () => import("./exam.tsx")),
];
