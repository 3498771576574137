import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

export const statusRoute = (own: AnyRoute): AnyRoute =>
  room(own, "status", ["platform"], () => import("./status.tsx"));

/** Every sentence that a refusal has, in whichever file. */
const manualWords = [
  "platform",
  "refusals",
  "refusals-teaching",
  "refusals-exchange",
  "refusals-assessment",
  "refusals-planning",
  "refusals-placement",
] as const;

/** The manual's page of a refusal; nobody must sign in to read why they were refused. */
export const manualRoute = (plain: AnyRoute): AnyRoute =>
  room(plain, "manual/$module/$code", manualWords, () => import("./manual.tsx"));

/** The API's page; a program's author may have no account here. */
export const docsRoute = (plain: AnyRoute): AnyRoute =>
  room(plain, "docs", ["platform"], () => import("./api.tsx"));

/** Organisations and their people: the operator's all, everybody else's own. */
export const organisationRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "organisations", ["identity"], () => import("./organisations.tsx")),
  room(own, "organisations/$organisation", ["identity"], () => import("./organisation.tsx")),
];
