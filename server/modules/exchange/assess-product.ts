/** What follows from an enterprise's own facts: can it be sold, and on which assumptions. */
import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import type {
  AssumableFact,
  Assumption,
  Readiness,
  SkuView,
  Weakness,
} from "@echelon/contract/exchange/shapes.ts";
import {
  type Category,
  categoryById,
  categoryByName,
  guessCategory,
  type TitleGuess,
} from "./atlas.ts";
import { minorOf } from "./decimal-money.ts";
import { isOurs } from "./picture-address.ts";
import { usual, usualFacts } from "./usual-facts.ts";

export type UsedFacts = NonNullable<SkuView["used"]>;

export interface SkuAssessment {
  /** Null when neither cost nor list price is known: then it cannot be sold. */
  readonly used: UsedFacts | null;
  readonly assumed: readonly Assumption[];
}

export interface Assessment {
  readonly category: Category;
  readonly isCategoryAssumed: boolean;
  readonly readiness: Readiness;
  readonly weaknesses: readonly Weakness[];
  readonly assumed: readonly AssumableFact[];
  /** One for each SKU of the record. */
  readonly skus: readonly SkuAssessment[];
}

/** Fewer show too little of a thing. */
const picturesMin = 2;

/**
 * Red cannot be sold: no title, no SKU, no cost and no price to assume it from. Amber is sold on an
 * assumption, or lacks a language or a second picture. Green lacks nothing.
 *
 * @param guess what the record's titles speak for, where that is known already
 */
export function assessProduct(
  record: ProductRecord,
  chosenCategory: string | null,
  guess?: TitleGuess,
): Assessment {
  const { category, assumption } = categoryOf(record, chosenCategory, guess);
  const skus = record.skus.map((sku) => assessSku(sku, category.id, assumption));
  const weaknesses = weaknessesOf(record, skus);
  const facts = new Set(skus.flatMap(({ assumed }) => assumed.map(({ fact }) => fact)));
  const isRed = weaknesses.some((code) => code.startsWith("exchange/csv-"));
  const isAmber = weaknesses.length > 0 || facts.size > 0;
  return {
    category,
    isCategoryAssumed: assumption !== null,
    readiness: isRed ? "red" : isAmber ? "amber" : "green",
    weaknesses,
    assumed: [...facts],
    skus,
  };
}

function categoryOf(
  record: ProductRecord,
  chosen: string | null,
  guess: TitleGuess | undefined,
): { category: Category; assumption: Assumption | null } {
  const own = chosen === null ? undefined : categoryById(chosen);
  const said = record.category === "" ? undefined : categoryByName(record.category);
  const category = own ?? said;
  if (category !== undefined) return { category, assumption: null };
  const guessed = guess ?? guessCategory(record.title);
  const found = categoryById(guessed.category);
  if (found === undefined) throw new Error(`no category ${guessed.category}`);
  const facts = { words: guessed.words };
  return { category: found, assumption: { fact: "category", basis: "title", facts } };
}

function weaknessesOf(record: ProductRecord, skus: readonly SkuAssessment[]): Weakness[] {
  const { title, pictures } = record;
  // A lab without internet shows none of them.
  const isAway = pictures.length > 0 && !pictures.some(({ url }) => isOurs(url));
  const found: [Weakness, boolean][] = [
    ["exchange/csv-no-title", title.zh === "" && title.en === ""],
    ["exchange/csv-no-sku", record.skus.length === 0 || record.skus.some(({ sku }) => sku === "")],
    ["exchange/csv-no-price", skus.some(({ used }) => used === null)],
    ["exchange/weak-no-english", title.en === "" && title.zh !== ""],
    ["exchange/weak-no-chinese", title.zh === "" && title.en !== ""],
    ["exchange/weak-few-pictures", pictures.length < picturesMin],
    ["exchange/weak-pictures-elsewhere", isAway],
  ];
  return found.filter(([, holds]) => holds).map(([code]) => code);
}

function assessSku(sku: SkuRecord, category: string, ofCategory: Assumption | null): SkuAssessment {
  const assumed: Assumption[] = ofCategory === null ? [] : [ofCategory];
  const typical = usualFacts(category);
  const cost = costOf(sku);
  if (cost?.assumption) assumed.push(cost.assumption);
  /** The enterprise's own fact, or the one that stands in for it, which is then named. */
  function known<Value extends string | number>(
    fact: AssumableFact,
    own: Value | null,
    instead: Value,
    basis: Assumption["basis"],
  ): Value {
    if (own !== null) return own;
    assumed.push({ fact, basis, facts: { value: instead } });
    return instead;
  }
  const weightG = known("weight", sku.weightG, typical.weightG, "category");
  const sizeMm = sizeOf(sku);
  if (sizeMm === null) {
    assumed.push({ fact: "size", basis: "category", facts: { value: typical.sizeMm.join(" × ") } });
  }
  const hs = known("hs", sku.hs, typical.hs, "category");
  const origin = known("origin", sku.origin, usual.origin, "usual");
  const battery = known("battery", sku.battery, usual.battery, "usual");
  const moq = known("moq", sku.moq, usual.moq, "usual");
  const leadDays = known("leadDays", sku.leadDays, usual.leadDays, "usual");
  if (cost === null) return { used: null, assumed };
  const { unitCostMinor, costCurrency } = cost;
  const size = sizeMm ?? [...typical.sizeMm];
  const used = {
    unitCostMinor,
    costCurrency,
    weightG,
    sizeMm: size,
    hs,
    origin,
    battery,
    moq,
    leadDays,
  };
  return { used, assumed };
}

interface Cost {
  readonly unitCostMinor: number;
  readonly costCurrency: string;
  readonly assumption: Assumption | null;
}

/** The cost as given, else a share of the list price; 0 stands for nothing in exports of shops. */
function costOf({ cost, costCurrency, price, priceCurrency }: SkuRecord): Cost | null {
  const own = cost === null || costCurrency === null ? null : minorOf(cost, costCurrency);
  if (own !== null && own > 0) {
    return { unitCostMinor: own, costCurrency: costCurrency ?? "", assumption: null };
  }
  const list = price === null || priceCurrency === null ? null : minorOf(price, priceCurrency);
  if (list === null || list === 0 || priceCurrency === null) return null;
  // Rounded half up, and never nothing.
  const share = Math.max(1, Math.floor((list * usual.costOfPriceBp + 5_000) / 10_000));
  return {
    unitCostMinor: share,
    costCurrency: priceCurrency,
    assumption: { fact: "cost", basis: "price", facts: { shareBp: usual.costOfPriceBp } },
  };
}

function sizeOf({ lengthMm, widthMm, heightMm }: SkuRecord): number[] | null {
  if (lengthMm === null || widthMm === null || heightMm === null) return null;
  return [lengthMm, widthMm, heightMm];
}
