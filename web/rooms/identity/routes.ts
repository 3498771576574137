import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

/** Doors into the house: signing in, and the first operator's one-time address. */
export const doorRoutes = (plain: AnyRoute): AnyRoute[] => [
  room(plain, "sign-in", ["identity"], () => import("./sign-in.tsx")),
  room(plain, "install/$token", ["identity"], () => import("./install.tsx")),
];

export const accountRoute = (own: AnyRoute): AnyRoute =>
  room(own, "account", ["identity"], () => import("./account.tsx"));
