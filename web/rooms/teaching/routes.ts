import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** Joining a class by its code, for people whom nobody knows yet. */
export const joinRoutes = (plain: AnyRoute): AnyRoute[] => [
  room(plain, "join", ["teaching"], () => import("./join.tsx")),
  room(plain, "join/$code", ["teaching"], () => import("./join-class.tsx")),
];

export const teachingRoutes = (teacher: AnyRoute): AnyRoute[] => [
  room(teacher, "classes", ["teaching", "steer"], () => import("./classes.tsx")),
  room(teacher, "classes/$class/people", ["teaching", "identity"], () => import("./people.tsx")),
  room(teacher, "classes/$class/roster", ["teaching", "identity"], () => import("./roster.tsx")),
];

/** The code on the projector: no frame, nothing but the way in. */
export const boardRoutes = (signedIn: AnyRoute): AnyRoute[] => [
  room(signedIn, "classes/$class/code", ["teaching"], () => import("./code-board.tsx")),
];
