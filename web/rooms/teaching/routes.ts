import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** Joining a class by its code, for people whom nobody knows yet. */
export const joinRoutes = (plain: AnyRoute): AnyRoute[] => [
  room(plain, "join", ["teaching"], () => import("./join.tsx")),
  room(plain, "join/$code", ["teaching"], () => import("./join-class.tsx")),
];
