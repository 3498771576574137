import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import type {
  Assumption,
  Readiness,
  SkuView,
  Weakness,
} from "@echelon/contract/exchange/shapes.ts";
import type { Category } from "@echelon/atlas/catalog.ts";
import { type CurrencyCode, isCurrencyCode } from "@echelon/kernel/money/currency.ts";
import { fromDecimal } from "@echelon/kernel/money/money.ts";
import { mulBp } from "@echelon/kernel/money/basis-points.ts";
import { categoryById, categoryNamed, categoryOfTitle } from "./categories.ts";

/** Stand-ins for what an enterprise did not say; teaching values, named wherever they are used. */
const usual = {
  weightG: 300,
  sizeMm: [200, 150, 100],
  origin: "cn",
  battery: "none",
  moq: 20,
  leadDays: 7,
  /** Cost as a share of the list price, basis points. */
  costBp: 4_000,
} as const;

export type Appraisal = {
  readonly category: Category;
  readonly isCategoryAssumed: boolean;
  readonly items: readonly SkuView[];
  readonly weaknesses: readonly Weakness[];
  readonly readiness: Readiness;
};

/**
 * What a product is worth to a season: every SKU's facts as the enterprise gave them, what is used in
 * the gaps and on which ground, and what makes the product weak or keeps it from being sold.
 */
export function appraise(record: ProductRecord, chosenCategory: string | null): Appraisal {
  const named =
    chosenCategory === null ? categoryNamed(record.category) : categoryById(chosenCategory);
  const category = named ?? categoryOfTitle(`${record.title.en} ${record.title.zh}`.trim());
  const isCategoryAssumed = named === undefined;
  const items = record.skus.map((sku) => appraiseSku(sku, category, isCategoryAssumed));
  const weaknesses = weaknessesOf(record);
  const isRed =
    items.length === 0 ||
    items.some(({ used }) => used === null) ||
    weaknesses.some((code) => !code.startsWith("exchange/weak-"));
  const isAmber = weaknesses.length > 0 || items.some(({ assumed }) => assumed.length > 0);
  return {
    category,
    isCategoryAssumed,
    items,
    weaknesses,
    readiness: isRed ? "red" : isAmber ? "amber" : "green",
  };
}

function weaknessesOf({ title, pictures, skus }: ProductRecord): Weakness[] {
  const found: Weakness[] = [];
  if (title.zh === "" && title.en === "") found.push("exchange/csv-no-title");
  if (skus.length === 0 || skus.some(({ sku }) => sku === "")) found.push("exchange/csv-no-sku");
  if (skus.some(({ price, cost }) => price === null && cost === null))
    found.push("exchange/csv-no-price");
  if (title.en === "") found.push("exchange/weak-no-english");
  if (title.zh === "") found.push("exchange/weak-no-chinese");
  if (pictures.length < 2) found.push("exchange/weak-few-pictures");
  return found;
}

const minorOf = (decimal: string | null, currency: string | null): number | null =>
  decimal === null || currency === null || !isCurrencyCode(currency)
    ? null
    : Number(fromDecimal(decimal, currency as CurrencyCode)?.minor ?? 0n);

function appraiseSku(sku: SkuRecord, category: Category, isCategoryAssumed: boolean): SkuView {
  const assumed: Assumption[] = [];
  const assume = <T>(
    fact: Assumption["fact"],
    basis: Assumption["basis"],
    value: T,
    facts: Assumption["facts"],
  ): T => {
    assumed.push({ fact, basis, facts });
    return value;
  };
  if (isCategoryAssumed) assume("category", "title", null, { category: category.id });
  const priceCurrency = sku.priceCurrency;
  const costCurrency = sku.costCurrency ?? priceCurrency;
  const listPriceMinor = minorOf(sku.price, priceCurrency);
  const unitCostMinor = minorOf(sku.cost, costCurrency);
  const size =
    sku.lengthMm !== null && sku.widthMm !== null && sku.heightMm !== null
      ? [sku.lengthMm, sku.widthMm, sku.heightMm]
      : null;
  const cost =
    unitCostMinor ??
    (listPriceMinor === null
      ? null
      : assume("cost", "price", mulBp(listPriceMinor, usual.costBp), { shareBp: usual.costBp }));
  const currency = unitCostMinor === null ? priceCurrency : costCurrency;
  const used =
    cost === null || currency === null || cost === 0
      ? null
      : {
          unitCostMinor: cost,
          costCurrency: currency,
          weightG:
            sku.weightG ?? assume("weight", "usual", usual.weightG, { grams: usual.weightG }),
          sizeMm:
            size ?? assume("size", "usual", [...usual.sizeMm], { size: usual.sizeMm.join(" × ") }),
          hs:
            sku.hs ??
            assume("hs", "category", `${category.hsChapter}00000000`, {
              chapter: category.hsChapter,
            }),
          origin: sku.origin ?? assume("origin", "usual", usual.origin, { country: usual.origin }),
          battery: sku.battery ?? assume("battery", "usual", usual.battery, {}),
          moq: sku.moq ?? assume("moq", "usual", usual.moq, { units: usual.moq }),
          leadDays:
            sku.leadDays ?? assume("leadDays", "usual", usual.leadDays, { days: usual.leadDays }),
        };
  return {
    sku: sku.sku,
    gtin: sku.gtin,
    options: [...sku.options],
    unitCostMinor,
    costCurrency,
    listPriceMinor,
    priceCurrency,
    weightG: sku.weightG,
    sizeMm: size,
    hs: sku.hs,
    origin: sku.origin,
    battery: sku.battery,
    moq: sku.moq,
    leadDays: sku.leadDays,
    stock: sku.stock,
    used,
    assumed,
  };
}
