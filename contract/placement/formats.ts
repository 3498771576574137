/** The file formats of placement by name; `docs/reference/formats/<name>.schema.json` has each. */
import type { z } from "zod";
import {
  PlacementInstance,
  PlacementOutcome,
  PlacementVerdict,
  PublishedRound,
} from "./instance.ts";

export const placementFormats: Readonly<Record<string, z.ZodType>> = {
  "placement-instance": PlacementInstance,
  "placement-outcome": PlacementOutcome,
  "placement-published-round": PublishedRound,
  "placement-verdict": PlacementVerdict,
};
