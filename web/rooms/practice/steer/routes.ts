import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../../frame/room.ts";

/** Making a season, before it has an address of its own. */
export const seasonRoutes = (teacher: AnyRoute): AnyRoute[] => [
  room(
    teacher,
    "classes/$class/new-season",
    ["steer", "presets", "scoring"],
    () => import("./new-season.tsx"),
  ),
  room(teacher, "model", ["model"], () => import("./model.tsx")),
];

/** Words of decisions: those of modules that a season may go without have files of their own. */
const decided = [
  "aftersales",
  "promoted",
  "finance",
  "researched",
  "sourcing",
  "offers",
  "record",
  "company",
  "offers",
] as const;

/** The rooms of those who lead a season, below `/t/$season`. */
export const steerRoutes = (steer: AnyRoute): AnyRoute[] => [
  room(steer, "wall", ["steer", "preview", "agents", "scoring"], () => import("./wall.tsx")),
  room(
    steer,
    "season",
    ["steer", "preview", "events", "integrity", "debrief", ...decided, "agents", "scoring"],
    () => import("./season.tsx"),
  ),
  room(
    steer,
    "debrief",
    ["steer", "debrief", "lessons", "chances", "luck", ...decided, "agents", "scoring"],
    () => import("./debrief.tsx"),
  ),
];
