import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Count } from "./shapes.ts";

const Name = z.string().max(80);
const Source = z.string().max(300);
const Finite = z.number();

/** One number of the market's equations, as its makers set it. */
export const ModelParameter = z.strictObject({
  name: Name,
  value: Finite,
  /** "" for a pure number. */
  unit: z.string().max(120),
  lo: Finite,
  hi: Finite,
  source: Source,
  verified: z.boolean(),
});
export type ModelParameter = z.output<typeof ModelParameter>;

/** One figure by which the market is compared with real ones, on each seed. */
export const ModelMoment = z.strictObject({
  name: Name,
  unit: z.string().max(40),
  lo: Finite,
  hi: Finite,
  isHard: z.boolean(),
  source: Source,
  verified: z.boolean(),
  readings: z
    .array(
      z.strictObject({
        seed: z.int(),
        /** null where it could not be measured. */
        value: Finite.nullable(),
        standardError: Finite.nullable(),
        isIn: z.boolean(),
      }),
    )
    .max(20),
});
export type ModelMoment = z.output<typeof ModelMoment>;

/** How the market reckons, and how like real markets that makes it. */
export const ModelView = z.strictObject({
  /** Version of the engine that runs here. */
  engine: Count,
  parameters: z.array(ModelParameter).max(1000),
  scorecard: z.strictObject({
    engine: Count,
    /** Measured with this engine and these defaults; else it is out of date. */
    isCurrent: z.boolean(),
    scenario: Name,
    seeds: z.array(z.int()).max(20),
    stores: Count,
    offers: Count,
    markets: Count,
    visitsPerDay: Count,
    treatedSets: Count,
    /** Share of the readings that lie in their bands, 0 to 1. */
    share: Finite,
    passes: z.boolean(),
    moments: z.array(ModelMoment).max(200),
  }),
});
export type ModelView = z.output<typeof ModelView>;

/** What teachers may know of the model itself. */
export const modelEndpoints = endpoints({
  model: { does: "GET /practice/model", gives: ModelView, refuses: [] },
});
