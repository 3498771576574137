/** Checklists of one task, and evidence of a store by hand: for tests. */
import type { Checklist, ChecklistTask } from "../checklist/checklist.ts";
import { noEvidence, type StoreDay, type StoreEvidence } from "../checklist/evidence.ts";
import { markChecklist } from "../checklist/mark-checklist.ts";
import type { DeductionMeasure, TaskMeasure } from "../checklist/measures.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { exampleListing, exampleScores } from "./example-season.ts";
import { exampleWorld } from "./example-world.ts";

export const world = exampleWorld();
export const text = { zh: "x", en: "x" };
export const [sku, other] = world.source.products.map((product) => product.sku) as [string, string];
export const [home, away] = world.marketIds as [string, string];
export const store = 12;
export const offer = store * 256;

export const taskOf = (measure: TaskMeasure, least = 0, level = 0): ChecklistTask => ({
  id: measure,
  name: text,
  asks: text,
  points: 10,
  measure,
  least,
  level,
  steps: [
    { from: 1, shareBp: 5_000 },
    { from: 2, shareBp: 10_000 },
  ],
});
export const listOf = (tasks: readonly ChecklistTask[], lost: readonly DeductionMeasure[] = []) =>
  ({
    id: "x",
    version: 1,
    name: text,
    operationsBp: 0,
    units: [{ id: "u", name: text, tasks }],
    deductions: lost.map((measure) => ({
      id: measure,
      name: text,
      measure,
      least: 1,
      points: 2,
      pointsMost: 5,
    })),
  }) satisfies Checklist;

/** Decisions of a store, each on the day given or the first. */
export const entriesOf = (
  ...decisions: readonly (StoreDecision | readonly [number, StoreDecision])[]
) =>
  decisions.map((one, number) => {
    const [day, decision] = "kind" in one ? ([1, one] as const) : one;
    return { number, day, decision };
  });
export const evidence = (part: Partial<StoreEvidence>): StoreEvidence => ({
  ...noEvidence(store),
  ...part,
});
export const seen = (measure: TaskMeasure, part: Partial<StoreEvidence>, least = 0, level = 0) =>
  markChecklist(listOf([taskOf(measure, least, level)]), world, evidence(part)).tasks[0]!;
export const figure = (...asked: Parameters<typeof seen>) => seen(...asked).figure;

export const selected: StoreDecision = { kind: "select-product", sku, place: 0 };
export const complete = {
  ...exampleListing,
  keywords: ["a", "b", "c"],
  text: "It is what it says. ".repeat(3),
};
export const published = (market = home, listing = complete, relevance = 128): StoreDecision => ({
  kind: "publish-listing",
  sku,
  market,
  listing,
  scores: exampleScores(world, relevance),
  priceMinor: 2_000,
});
export const shipped = (market = home): StoreDecision => ({
  kind: "set-shipping",
  sku,
  market,
  service: "x",
  feeMinor: 0,
  promiseDays: 9,
});
export const priced = (priceMinor: number): StoreDecision => ({
  kind: "set-price",
  sku,
  market: home,
  priceMinor,
});
export const day = (of: number, part: Partial<StoreDay> = {}): StoreDay => ({
  day: of,
  orders: 0,
  adsMinor: 0,
  cashMinor: 1,
  ratingMilli: 4_300,
  reviews: 0,
  onTimeBp: 9_000,
  listingsLive: 0,
  listingsSoldOut: 0,
  ...part,
});
export const sent = (of: number, marginMinor: number, paidMinor = 1_000) => ({
  day: of,
  offer,
  market: 0,
  paidMinor,
  marginMinor,
});
