import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** What classes learn: one measurement, and all of a school side by side for its head. */
export const learningRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "learning", ["learning"], () => import("./school-learning.tsx")),
  room(own, "learning/$measurement", ["learning", "exams"], () => import("./measurement.tsx")),
];
