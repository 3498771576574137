import { z } from "zod";
import { Count } from "./shapes.ts";

/**
 * What ranks a store of a finished season had when its log was played again under hidden keys. What
 * people decided is replayed as it was given, which understates who adapts.
 */
export const RankBand = z.strictObject({
  replicas: Count,
  best: z.int().min(1),
  worst: z.int().min(1),
  /** In how many replicas the rank was the observed one or better. */
  asGood: Count,
});
export type RankBand = z.output<typeof RankBand>;
