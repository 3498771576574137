/**
 * The last realism scorecard: `realism/scorecard.json` is what `echelon realism --json` printed. It
 * carries the version of the engine and a digest of the parameters that it was measured with.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Figure = z.number().nullable();

export const RealismScorecard = z.object({
  engine: z.int(),
  /** Names the defaults of all parameters. */
  parameters: z.string(),
  scenario: z.string(),
  seeds: z.array(z.int()),
  stores: z.int(),
  offers: z.int(),
  markets: z.int(),
  categories: z.int(),
  visitsPerDay: z.int(),
  burnInDays: z.int(),
  observedDays: z.int(),
  treatedSets: z.int(),
  share: z.number(),
  hardOut: z.array(z.string()),
  passes: z.boolean(),
  moments: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      lo: z.number(),
      hi: z.number(),
      isHard: z.boolean(),
      source: z.string(),
      verified: z.boolean(),
      readings: z.array(
        z.object({ seed: z.int(), value: Figure, standardError: Figure, isIn: z.boolean() }),
      ),
    }),
  ),
});
export type RealismScorecard = z.output<typeof RealismScorecard>;

let read: RealismScorecard | undefined;

/** The scorecard that ships; read once. */
export function shippedScorecard(): RealismScorecard {
  const file = join(import.meta.dirname, "realism", "scorecard.json");
  return (read ??= RealismScorecard.parse(JSON.parse(readFileSync(file, "utf8"))));
}

/** Whether a scorecard was measured with this engine and these defaults of its parameters. */
export function isCurrent(
  card: Pick<RealismScorecard, "engine" | "parameters">,
  engine: number,
  parameters: string,
): boolean {
  return card.engine === engine && card.parameters === parameters;
}
