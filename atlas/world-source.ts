/**
 * The assembly of a season's world: a scenario, the categories, rates, platform and trade rules it
 * names, and products, cut out of the atlas and frozen into one plain value.
 */
import { join } from "node:path";
import type { Checklist } from "@echelon/kernel/market/checklist/checklist.ts";
import type {
  Category as MarketCategory,
  EngineVersion,
  MarketProduct,
  PlatformTier,
  Scenario,
  ScoreWeights,
  WorldSource,
} from "@echelon/kernel/market/world/scenario.ts";
import type { TradeSlice } from "@echelon/kernel/trade/rule-set.ts";
import { readCatalogFolder } from "./catalogs/catalog-folder.ts";
import { loadCategories, type Category } from "./categories/category.ts";
import { exchangeRows } from "./exchange/exchange-rates.ts";
import { generatedProducts } from "./generated-products.ts";
import { loadChecklists } from "./checklists/checklist.ts";
import { loadPresets, type Preset } from "./presets/preset.ts";
import { loadScenarios } from "./scenarios/scenario.ts";
import {
  commissionBp,
  loadTradeAtlas,
  tradeSlice,
  type PlatformProfile,
  type TradeAtlas,
} from "./trade-atlas.ts";

export { ChecklistBody } from "./checklists/checklist.ts";
export { type Preset, PresetChanges } from "./presets/preset.ts";

/** A product as its enterprise describes it, under the name of its category. */
export type SourceProduct = Omit<MarketProduct, "category"> & { readonly categoryId: string };

/** What a teacher may change of a scenario: by a preset, and beyond it. */
export type SourceChanges = {
  /** One whose scenario it is: of the atlas by its id, or one that others made. */
  readonly preset?: string | Preset;
  readonly bots?: number;
  readonly days?: number;
  readonly weights?: ScoreWeights;
};

const engine: EngineVersion = 6;
/** Days beyond the last played one in which parcels still arrive. */
const daysAfter = 60;

type Atlas = {
  readonly trade: TradeAtlas;
  readonly categories: readonly Category[];
  readonly scenarios: readonly Scenario[];
  readonly presets: readonly Preset[];
  readonly checklists: readonly Checklist[];
};

let read: Atlas | undefined;

/** The atlas is read once: its files do not change under a running process. */
const atlas = (): Atlas =>
  (read ??= {
    trade: loadTradeAtlas(),
    categories: loadCategories(),
    scenarios: loadScenarios(),
    presets: loadPresets(),
    checklists: loadChecklists(),
  });

/** All scenarios, easiest first. */
export const scenarios = (): readonly Scenario[] => atlas().scenarios;

/** All presets, those for one person first. */
export const presets = (): readonly Preset[] => atlas().presets;

/** A scenario as a teacher chooses it. */
export type ScenarioCard = Pick<
  Scenario,
  | "id"
  | "name"
  | "goal"
  | "level"
  | "days"
  | "startDate"
  | "storesMax"
  | "openingCashMinor"
  | "booksCurrency"
> & {
  markets: { code: string; name: { zh: string; en: string } }[];
  categories: number;
  bots: number;
  shocks: number;
};

export const scenarioCards = (): readonly ScenarioCard[] => scenarios().map(cardOf);

function cardOf(scenario: Scenario): ScenarioCard {
  const { countries } = atlas().trade;
  return {
    id: scenario.id,
    name: scenario.name,
    goal: scenario.goal,
    level: scenario.level,
    days: scenario.days,
    startDate: scenario.startDate,
    storesMax: scenario.storesMax,
    openingCashMinor: scenario.openingCashMinor,
    booksCurrency: scenario.booksCurrency,
    markets: scenario.markets.map(({ country }) => ({
      code: country,
      name: countries.get(country)!.country.names,
    })),
    categories: scenario.categories.length,
    bots: scenario.bots.stores,
    shocks: scenario.shocks.length,
  };
}

/** A preset as a teacher chooses it, with the scenario as it makes it. */
export type PresetCard = Omit<
  Preset,
  "version" | "changes" | "scenario" | "market" | "checklist"
> & {
  scenario: ScenarioCard;
  hasTasks: boolean;
};

export const presetCards = (): readonly PresetCard[] => presets().map(presetCardOf);

/** The card of a preset, also of one that others made. */
export function presetCardOf(of: Preset): PresetCard {
  const { version: _, changes: __, market: ___, scenario, checklist, ...preset } = of;
  return {
    ...preset,
    scenario: cardOf(presetScenario(scenario, of)),
    hasTasks: checklist !== undefined,
  };
}

/**
 * The tasks that a preset has judged; null without.
 *
 * @throws Error for a checklist that the atlas does not hold
 */
export function presetChecklist(preset: string): Checklist | null {
  const named = presets().find(({ id }) => id === preset)?.checklist;
  if (named === undefined) return null;
  const checklist = atlas().checklists.find(({ id }) => id === named);
  if (checklist === undefined) throw new Error(`the atlas has no checklist ${named}`);
  return checklist;
}

/** A scenario with what a preset of it changes; its own name tells how it is played. */
function presetScenario(scenario: string, preset: string | Preset): Scenario {
  const known = scenarioOf(scenario);
  const id = typeof preset === "string" ? preset : preset.id;
  const found = typeof preset === "string" ? presets().find((one) => one.id === id) : preset;
  if (found?.scenario !== scenario) throw new Error(`${scenario} has no preset ${id}`);
  const { bots, modules, ...changes } = found.changes;
  return {
    ...known,
    name: found.name,
    goal: found.about,
    ...(changes as Partial<Scenario>),
    modules: { ...known.modules, ...(modules as Partial<Scenario["modules"]>) },
    bots: { ...known.bots, stores: bots ?? known.bots.stores },
  };
}

/**
 * The source of a world.
 *
 * Products of categories outside the scenario are left out; categories with too few for the bots
 * are filled up with made-up ones. Without products the shipped catalogs are sold.
 *
 * @throws Error for an unknown scenario or a place that the atlas does not hold
 */
export function buildWorldSource(
  scenarioId: string,
  products: readonly SourceProduct[] = catalogProducts(),
  changes: SourceChanges = {},
): WorldSource {
  const { preset } = changes;
  const whole = preset === undefined ? scenarioOf(scenarioId) : presetScenario(scenarioId, preset);
  const scenario = changed(whole, changes);
  const { trade, categories: all } = atlas();
  const categories = scenario.categories.map((id) => found(all, id));
  const start = dayOf(scenario.startDate);
  const profile = trade.platforms.get(scenario.platform);
  if (profile === undefined) throw new Error(`the atlas has no platform ${scenario.platform}`);
  const slice = tradeSlice(trade, {
    markets: scenario.markets.map(({ country }) => country),
    carriers: scenario.carriers.length > 0 ? scenario.carriers : [...trade.carriers.keys()],
    from: start - scenario.burnInDays,
    to: start + scenario.days + daysAfter,
  });
  const sold = seasonProducts(scenario, categories, products);
  return {
    engine,
    scenario,
    categories: categories.map((category) => marketCategory(category, profile, start)),
    products: sold,
    exchange: exchangeRows(scenario.booksCurrency, currenciesOf(slice, sold)),
    tiers: tiersOf(profile),
    trade: slice,
  };
}

function scenarioOf(id: string): Scenario {
  const scenario = scenarios().find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`the atlas has no scenario ${id}`);
  return scenario;
}

function changed(scenario: Scenario, { bots, days, weights }: SourceChanges): Scenario {
  return {
    ...scenario,
    score: weights ?? scenario.score,
    days: days ?? scenario.days,
    shocks: scenario.shocks.filter((shock) => shock.from <= (days ?? scenario.days)),
    bots: { ...scenario.bots, stores: bots ?? scenario.bots.stores },
  };
}

function found(categories: readonly Category[], id: string): Category {
  const category = categories.find((one) => one.id === id);
  if (category === undefined) throw new Error(`the atlas has no category ${id}`);
  return category;
}

const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** A category as the market sees it, with the platform's commission of the season's first day. */
function marketCategory(category: Category, profile: PlatformProfile, day: number): MarketCategory {
  const commission = commissionBp(profile, category.id, day);
  if (commission === null) throw new Error(`${profile.id} has no commission for ${category.id}`);
  return {
    id: category.id,
    name: category.name,
    monthsBp: category.monthsBp,
    commissionBp: commission,
    returnClass: category.returnClass,
    attributes: category.attributes.map(({ key, name, required, values, unit }) => ({
      key,
      name,
      required,
      ...(values === undefined ? {} : { values }),
      ...(unit === undefined ? {} : { unit }),
    })),
    queries: category.queries,
  };
}

/** Tiers from the best to the worst. */
function tiersOf({ tiers }: PlatformProfile): readonly PlatformTier[] {
  return tiers
    .map(({ id, healthMinBp, commissionBp: bp, payoutDays, rankBonusMilli }) => ({
      id,
      healthMinBp,
      commissionBp: bp,
      payoutDays,
      rankBonusMilli,
    }))
    .toSorted((a, b) => b.healthMinBp - a.healthMinBp);
}

/** Products a bot takes from each of its two categories, and two more to choose from. */
const spare = 2;

function seasonProducts(
  scenario: Scenario,
  categories: readonly Category[],
  products: readonly SourceProduct[],
): readonly MarketProduct[] {
  const perCategory = Math.ceil(scenario.offersPerStore / 2) + spare;
  return categories.flatMap((category, index) => {
    const own = products
      .filter((product) => product.categoryId === category.id)
      .map(({ categoryId: _, ...product }) => ({ ...product, category: index }));
    const missing = Math.max(0, perCategory - own.length);
    return [...own, ...generatedProducts(category, index, missing)];
  });
}

/** Currencies of markets, cards and goods, and the dollar, in which clicks are bid for. */
function currenciesOf(slice: TradeSlice, products: readonly MarketProduct[]): readonly string[] {
  const markets = slice.countries.filter(({ id }) => slice.markets.includes(id));
  return [
    "USD",
    ...markets.map(({ currency }) => currency),
    ...slice.services.map(({ currency }) => currency),
    ...products.map(({ costCurrency }) => costCurrency),
  ];
}

/** Everything the shipped catalogs offer. */
export function catalogProducts(folder = "zhejiang"): readonly SourceProduct[] {
  const shelf = join(import.meta.dirname, "catalogs", folder);
  return readCatalogFolder(shelf, atlas().categories).flatMap(({ id, products }) =>
    products.map((product) => ({
      sku: product.sku,
      supplier: id,
      name: product.name,
      categoryId: product.category,
      unitCostMinor: product.unitCostMinor,
      costCurrency: product.costCurrency,
      weightG: product.weightG,
      sizeMm: product.sizeMm,
      hs10: product.hs10,
      origin: product.origin,
      battery: product.battery,
      attributes: product.attributes,
      moq: product.moq,
      leadDays: product.leadDays,
      defectPpm: product.defectPpm,
    })),
  );
}
