import type { Answer } from "../../api/client.ts";

export type AppealFile = Answer<"GET /assessment/appeals/:appeal">;
export type Appeal = AppealFile["appeal"];
export type Ground = Appeal["ground"];
export type FilePiece = AppealFile["pieces"][number];

/** In the order in which they are offered. */
export const grounds: readonly Ground[] = [
  "evidence-wrong",
  "evidence-missing",
  "rater-conflict",
  "procedure",
];

/** What shows something of an appeal, and is asked for again when one has changed. */
export const appealAnswers = [
  "GET /me/appeals",
  "GET /assessment/appeals",
  "GET /assessment/appeals/:appeal",
  "GET /assessment/people/:person/certificate",
] as const;
