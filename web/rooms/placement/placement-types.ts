import type { Answer } from "../../api/client.ts";

export type Round = Answer<"GET /placement/rounds/:round">;
export type RoundHead = Answer<"GET /placement/rounds">[number];
export type OwnRound = Answer<"GET /placement/rounds/:round/own">;
export type PlaceDesk = Answer<"GET /placement/places">[number];
export type Reason = NonNullable<OwnRound["outcome"]>["reasons"][number];

/** Steps that people take, each with the state that it begins from. */
export const stepFrom: Readonly<
  Record<string, "posts-open" | "choices-open" | "frozen" | "published" | "appeals" | "final">
> = {
  draft: "posts-open",
  "posts-open": "choices-open",
  "choices-open": "frozen",
  verified: "published",
  published: "appeals",
  appeals: "final",
};

/** Basis points of a thousandth, for figures that are shown as a share. */
export const bpOfPermille = 10;

const published = ["published", "appeals", "final"];
export const isPublished = (state: string): boolean => published.includes(state);
/** What may still be cancelled. */
export const isUnderWay = (state: string): boolean => state !== "cancelled" && !isPublished(state);
