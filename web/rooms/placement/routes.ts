import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

const words = ["placement"] as const;

/** Rounds for those who lead them, who offer places in them, and who rank these. */
export const placementRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "placement", words, () => import("./rounds.tsx")),
  room(own, "placement/places", words, () => import("./places.tsx")),
  room(own, "placement/$round", words, () => import("./round.tsx")),
  room(own, "placement/$round/choices", words, () => import("./choices.tsx")),
];
