import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../../frame/room.ts";

/** The way into a store: one's seasons, and opening or joining a store in one of them. */
export const lobbyRoutes = (student: AnyRoute): AnyRoute[] => [
  room(student, "seasons", ["lobby", "steer"], () => import("./seasons.tsx")),
  room(student, "s/$season", ["lobby", "steer"], () => import("./open-store.tsx")),
];
