/** Words and numbers of a written season. */
import type { ListingText, StoreDecision } from "../../decisions/decision.ts";
import type { Luck } from "./luck.ts";
import type { PlantedCases } from "./planted-cases.ts";
import { boardSentence, disguised, enterpriseText, ownText } from "./planted-texts.ts";
import { productsOf, type Shown } from "./shown.ts";
import { whole } from "./whole.ts";

export function listingOf(
  luck: Luck,
  { world }: Shown,
  cases: PlantedCases,
  store: number,
  product: number,
  isMended: boolean,
): ListingText {
  const { sku, name, attributes } = world.source.products[product]!;
  const loud = luck.share(store, product, 40) < 0.1 ? "Best " : "";
  const claims = claimsOf(luck, cases, store, product, attributes, isMended);
  return {
    title: `${loud}${claims.word}${name.en} for home`,
    keywords: [],
    text: textOf(luck, cases, store, product, sku),
    attributes: claims.attributes,
    photoLevel: 0,
  };
}

function textOf(
  luck: Luck,
  cases: PlantedCases,
  store: number,
  product: number,
  sku: string,
): string {
  const [model, copier] = cases.words;
  if (store === copier)
    return disguised(textOf(luck, cases, model, product, sku), luck, store, product);
  const board = luck.share(store, 41) < 0.5 ? ` ${boardSentence}` : "";
  // One in four leaves the enterprise's text as it is, or adds a line to it.
  const habit = store === model ? 1 : luck.share(store, 42);
  if (habit < 0.15) return enterpriseText(sku) + board;
  if (habit < 0.3) {
    const own = ownText(luck, store, product).split(". ").at(-1)!;
    return `${enterpriseText(sku)}. ${own}${board}`;
  }
  return ownText(luck, store, product) + board;
}

type Claims = {
  readonly attributes: Readonly<Record<string, string>>;
  /** Put into the title. */
  readonly word: string;
};

const materials = ["steel", "cotton", "glass"] as const;

function claimsOf(
  luck: Luck,
  cases: PlantedCases,
  store: number,
  product: number,
  record: Readonly<Record<string, string>>,
  isMended: boolean,
): Claims {
  const other = materials.find((one) => one !== record["material"])!;
  const honest = { attributes: record, word: "" };
  if (store === cases.boaster) {
    const way = luck.below(4, store, product, 43);
    if (way === 0) return { attributes: { ...record, material: other }, word: "" };
    if (way === 1) return { attributes: { ...record, certificate: "CE and GS" }, word: "" };
    if (way === 2) return { attributes: record, word: `${other} ` };
    return honest;
  }
  if (cases.slipOf(store, product) && !isMended) {
    return { attributes: { ...record, material: other }, word: "" };
  }
  return honest;
}

/** Prices, bids, budgets and goods of a day. */
export function numbersOfDay(
  luck: Luck,
  shown: Shown,
  cases: PlantedCases,
  store: number,
  day: number,
): readonly StoreDecision[] {
  const [model, copier] = cases.numbers;
  if (store !== copier || day < 4 || day > 12) return freely(luck, shown, cases, store, day);
  // The copier repeats what the other decided, at once or a day or two later.
  const lag = luck.below(3, store, 44);
  return freely(luck, shown, cases, model, day - lag)
    .filter((_, at) => luck.share(store, day, 45, at) >= 0.05)
    .map((decision, at) => nearly(decision, luck.between(0.996, 1.004, store, day, 46, at)));
}

function nearly(decision: StoreDecision, factor: number): StoreDecision {
  const near = (value: number) => Math.max(1, whole(value * factor));
  switch (decision.kind) {
    case "set-price":
      return { ...decision, priceMinor: near(decision.priceMinor) };
    case "set-bid":
      return { ...decision, bidTicks: near(decision.bidTicks) };
    default:
      return decision;
  }
}

function freely(
  luck: Luck,
  shown: Shown,
  cases: PlantedCases,
  store: number,
  day: number,
): readonly StoreDecision[] {
  const { world } = shown;
  const market = world.marketIds[0]!;
  const decisions: StoreDecision[] = [];
  for (const product of productsOf(luck, shown, cases, store)) {
    const { sku } = world.source.products[product]!;
    const is = (chance: number, use: number) => luck.share(store, day, product, use) < chance;
    if (is(0.35, 50)) {
      decisions.push({
        kind: "set-price",
        sku,
        market,
        priceMinor: priceOf(luck, shown, store, product, day),
      });
    }
    if (is(0.3, 51)) {
      const bidTicks = is(0.4, 52) ? 500 : 200 + luck.below(1800, store, day, product, 53);
      const matches = [1];
      decisions.push({
        kind: "set-bid",
        campaign: 0,
        sku,
        keyword: "",
        match: "auto",
        bidTicks,
        matches,
      });
    }
    if (is(0.2, 54)) {
      const units = is(0.6, 55)
        ? luck.pick([20, 40, 50, 100], store, day, product, 56)
        : 20 + luck.below(180, store, day, product, 57);
      decisions.push({ kind: "place-purchase", sku, units });
    }
  }
  if (luck.share(store, day, 58) < 0.2) {
    decisions.push({
      kind: "edit-campaign",
      campaign: 0,
      name: "All",
      dailyBudgetTicks: 10_000 * (1 + luck.below(20, store, day, 59)),
      markets: [market],
    });
  }
  return decisions;
}

/** As proposed, rounded to taste, as on the shelf, or as the store thinks. */
function priceOf(luck: Luck, shown: Shown, store: number, product: number, day: number): number {
  const proposed = shown.proposed[product * 2]!;
  const habit = luck.share(store, 60);
  if (habit < 0.2) return proposed;
  if (habit < 0.4) return Math.ceil(proposed / 100) * 100 - 1;
  if (habit < 0.55) return shown.shelf(product, 0, day);
  return whole(proposed * luck.between(0.8, 1.35, store, day, product, 61));
}
