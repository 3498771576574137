import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** What a person can do: the map for everybody, and one competency. */
export const assessmentRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "framework", ["framework"], () => import("./framework.tsx")),
  room(own, "framework/$competency", ["framework"], () => import("./competency.tsx")),
];
