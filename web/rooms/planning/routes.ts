import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** What the region needs, and the postings it is read from. */
export const planningRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "demand", ["demand"], () => import("./demand.tsx")),
];
