/**
 * A scenario is a folder of `atlas/scenarios` with `scenario.json` and `sources.md`: what a season
 * starts from. The schema is the kernel's `Scenario`, checked field by field.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "@echelon/kernel/market/world/scenario.ts";
import { z } from "zod";

const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Share = z.int().min(0).max(10_000);
const isWhole = (shares: readonly number[]) =>
  shares.reduce((sum, share) => sum + share, 0) === 10_000;

const Shock = z.strictObject({
  kind: z.enum([
    "tariff-step",
    "relief-removed",
    "port-closure",
    "carrier-strike",
    "policy-change",
    "exchange-jump",
    "viral-demand",
    "supplier-failure",
    "news",
  ]),
  from: z.int().min(1),
  days: z.int().min(0),
  markets: z.array(z.string()),
  categories: z.array(z.string()),
  sizeBp: z.int().min(-9000).max(100_000),
  noticeDays: z.int().min(0).max(30),
  headline: Text,
});

/** Where shoppers come from; the shares sum to the whole. */
export const ScenarioMarkets = z
  .array(z.strictObject({ country: z.string().regex(/^[a-z]{2}$/), visitShareBp: Share }))
  .min(1)
  .max(32)
  .refine((markets) => isWhole(markets.map((market) => market.visitShareBp)));

export const ScenarioModules = z.strictObject({
  promotions: z.boolean(),
  terms: z.boolean(),
  /** Money from owners and dividends; off where it is left out. */
  equity: z.boolean().optional(),
  ads: z.boolean(),
  warehouses: z.boolean(),
  returns: z.boolean(),
  service: z.boolean(),
  exchange: z.boolean(),
  loans: z.boolean(),
  temptations: z.boolean(),
  research: z.boolean(),
  sourcing: z.boolean(),
  tenders: z.boolean(),
  tiers: z.boolean(),
  company: z.boolean(),
  offsite: z.boolean(),
});

export const ScenarioShocks = z.array(Shock);

const City = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: Text,
  rentBp: z.int().min(-9_000).max(50_000),
  wageBp: z.int().min(-9_000).max(50_000),
  skillPlus: z.int().min(0).max(4),
});

const ScenarioFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.int().min(1),
    name: Text,
    goal: Text,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    days: z.int().min(1).max(400),
    startDate: z.iso.date(),
    booksCurrency: z.string().regex(/^[A-Z]{3}$/),
    openingCashMinor: z.int().min(1),
    markets: ScenarioMarkets,
    visitsPerDay: z.int().min(100).max(10_000_000),
    categories: z.array(z.string()).min(1).max(64),
    bots: z.strictObject({
      stores: z.int().min(0),
      levelsBp: z.tuple([Share, Share, Share, Share, Share]).refine(isWhole),
      entrantsBp: Share,
    }),
    offersPerStore: z.int().min(1).max(200),
    storesMax: z.int().min(1).max(6000),
    /** Empty: every carrier of the atlas. */
    carriers: z.array(z.string()),
    platform: z.string(),
    starter: z.strictObject({ products: z.int().min(0), units: z.int().min(0) }),
    leadTimeBp: z.int().min(0).max(50_000),
    matching: z.enum(["market", "sandbox"]).optional(),
    /** Cities for an office, where the company is part of the season. */
    cities: z.array(City).max(20).optional(),
    modules: ScenarioModules,
    shocks: ScenarioShocks,
    score: z
      .strictObject({ profitBp: Share, customerBp: Share, operationsBp: Share, processBp: Share })
      .refine((score) => isWhole(Object.values(score))),
    burnInDays: z.int().min(1).max(60),
    parameters: z.array(z.strictObject({ name: z.string(), value: z.number() })),
  })
  .refine(
    ({ modules, cities = [] }) => !modules.company || cities.length > 0,
    "a company needs a city for its office",
  )
  .refine((scenario) => scenario.bots.stores <= scenario.storesMax, "bots must fit into the season")
  .refine(
    (scenario) => scenario.shocks.every((shock) => shock.from <= scenario.days),
    "a shock must happen within the season",
  );

/** Reads one scenario from the text of its file; throws with every fault found. */
export function parseScenario(json: string): Scenario {
  return ScenarioFile.parse(JSON.parse(json)) as Scenario;
}

/** Ids of all scenarios, in order of level and name. */
export function scenarioIds(folder: string = import.meta.dirname): readonly string[] {
  return loadScenarios(folder).map((scenario) => scenario.id);
}

/** Reads every scenario, easiest first, deeply frozen by nobody: callers must not change them. */
export function loadScenarios(folder: string = import.meta.dirname): readonly Scenario[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const scenarios = names.map((name) => {
    const scenario = parseScenario(readFileSync(join(folder, name, "scenario.json"), "utf8"));
    if (scenario.id !== name) throw new Error(`scenario ${scenario.id} lives in folder ${name}`);
    return scenario;
  });
  return scenarios.sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
}
