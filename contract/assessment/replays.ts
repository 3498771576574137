import { z } from "zod";
import { credentialVerdicts } from "../exchange/credential-verdicts.ts";
import { Id, Instant } from "../platform/shapes.ts";

/** What playing a season again, from what this installation keeps of it, can come to. */
export const replayOutcomes = [
  "same",
  "season-gone",
  "other-engine",
  "other-world",
  "other-seed",
  "other-log",
  "other-figures",
] as const;

/** Seasons of one credential that are played again. */
export const replayedMax = 40;

/** The seasons that a credential rests on, and how far they are played again. */
export const CredentialReplay = z.strictObject({
  id: Id,
  /** What the file came to when it was asked; of one that is not genuine nothing is played. */
  verdict: z.enum(credentialVerdicts),
  total: z.int().min(0).max(replayedMax),
  done: z.int().min(0).max(replayedMax),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** Nothing goes on with it: it can be begun anew. */
  isStuck: z.boolean(),
  /** Those that were played. */
  seasons: z
    .array(
      z.strictObject({
        season: Id,
        /** Empty where the season is not here any more. */
        name: z.string().max(80),
        day: z.int().min(1),
        outcome: z.enum(replayOutcomes),
      }),
    )
    .max(replayedMax),
});
export type CredentialReplay = z.output<typeof CredentialReplay>;
