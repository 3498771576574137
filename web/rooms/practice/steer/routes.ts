import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../../frame/room.ts";
import { decidedWords } from "../decided-words.ts";

/** Making a season, before it has an address of its own. */
export const seasonRoutes = (teacher: AnyRoute): AnyRoute[] => [
  room(
    teacher,
    "classes/$class/new-season",
    ["steer", "presets", "scoring", "absence"],
    () => import("./new-season.tsx"),
  ),
  room(teacher, "model", ["model"], () => import("./model.tsx")),
];

/** The rooms of those who lead a season, below `/t/$season`. */
export const steerRoutes = (steer: AnyRoute): AnyRoute[] => [
  room(
    steer,
    "wall",
    ["steer", "preview", "events", "agents", "scoring", "absence"],
    () => import("./wall.tsx"),
  ),
  room(
    steer,
    "season",
    ["steer", "preview", "events", "scoring", "absence"],
    () => import("./season.tsx"),
  ),
  room(
    steer,
    "debrief",
    [
      "steer",
      "debrief",
      "lessons",
      "chances",
      "luck",
      ...decidedWords,
      "agents",
      "scoring",
      "absence",
    ],
    () => import("./debrief.tsx"),
  ),
];
