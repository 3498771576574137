import type { BatteryClass } from "@echelon/kernel/trade/parcel.ts";
import { z } from "zod";
import { BothNames } from "../identity/shapes.ts";
import { Id, Instant } from "../platform/shapes.ts";

/** Minor units of the currency beside it; a safe integer. */
export const Minor = z.int().min(0).max(1_000_000_000_000);
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
export const Sku = z.string().trim().min(1).max(64);
export const CategoryId = z.string().min(1).max(60);
/** ISO 3166-1 alpha-2, lower case. */
export const CountryCode = z.string().regex(/^[a-z]{2}$/);
/** Digits only: chapter, heading, subheading, national digits. */
export const HsCode = z.string().regex(/^\d{6,10}$/);
/**
 * Lithium batteries by the packing instruction they travel under: PI 965 alone, PI 966 packed with
 * equipment, PI 967 contained in it. Dry cells travel as none.
 */
export const batteries = ["none", "PI965", "PI966", "PI967"] as const satisfies BatteryClass[];
export const Battery = z.enum(batteries);
export type Battery = z.output<typeof Battery>;

export const titleCharsMax = 200;
export const textCharsMax = 20_000;
export const weightGMax = 1_000_000;
export const sizeMmMax = 10_000;
export const productsPerCatalogMax = 20_000;
export const skusPerProductMax = 2_048;
/** Each option has a name, and each SKU its value. */
export const optionsMax = 3;

/** A text that may lack one language; empty where it does. */
export const Title = z.strictObject({
  zh: z.string().max(titleCharsMax),
  en: z.string().max(titleCharsMax),
});
export const LongText = z.strictObject({
  zh: z.string().max(textCharsMax),
  en: z.string().max(textCharsMax),
});
export type BothTexts = { readonly zh: string; readonly en: string };

/** Red cannot be sold; amber is sold on an assumption or is weak; green lacks nothing. */
export const Readiness = z.enum(["red", "amber", "green"]);
export type Readiness = z.output<typeof Readiness>;

/** The facts of a SKU that may be assumed when the enterprise did not give them. */
export const assumableFacts = [
  "category",
  "cost",
  "weight",
  "size",
  "hs",
  "origin",
  "battery",
  "moq",
  "leadDays",
] as const;
export const AssumableFact = z.enum(assumableFacts);
export type AssumableFact = z.output<typeof AssumableFact>;

/** A fact that was assumed, and on what ground: the sentence is the screen's. */
export const Assumption = z.strictObject({
  fact: AssumableFact,
  /**
   * `category`: the category's usual value; `price`: a share of the list price; `usual`: a
   * constant.
   */
  basis: z.enum(["category", "price", "title", "usual"]),
  facts: z.record(z.string().max(40), z.union([z.string().max(100), z.number()])),
});
export type Assumption = z.output<typeof Assumption>;

export const PictureView = z.strictObject({
  /**
   * Path on this server; null for a picture that lies at a foreign address, which is not fetched.
   */
  path: z.string().max(200).nullable(),
  /** Path of its small form, for lists. */
  smallPath: z.string().max(200).nullable(),
  foreignUrl: z.string().max(2_000).nullable(),
  alt: z.string().max(500),
});
export type PictureView = z.output<typeof PictureView>;

/** What the enterprise said about a SKU (null: nothing), and what is used in its stead. */
export const SkuView = z.strictObject({
  sku: z.string().max(64),
  gtin: z.string().max(14).nullable(),
  options: z.array(z.string().max(255)).max(3),
  unitCostMinor: Minor.nullable(),
  costCurrency: CurrencyCode.nullable(),
  listPriceMinor: Minor.nullable(),
  priceCurrency: CurrencyCode.nullable(),
  weightG: z.int().min(1).max(weightGMax).nullable(),
  sizeMm: z.array(z.int().min(1).max(sizeMmMax)).length(3).nullable(),
  hs: HsCode.nullable(),
  origin: CountryCode.nullable(),
  battery: Battery.nullable(),
  moq: z.int().min(1).max(1_000_000).nullable(),
  leadDays: z.int().min(0).max(365).nullable(),
  stock: z.int().min(0).max(1_000_000_000).nullable(),
  /**
   * What the market reckons with: the enterprise's facts, assumptions in the gaps. Null while red.
   */
  used: z
    .strictObject({
      unitCostMinor: Minor,
      costCurrency: CurrencyCode,
      weightG: z.int(),
      sizeMm: z.array(z.int()).length(3),
      hs: HsCode,
      origin: CountryCode,
      battery: Battery,
      moq: z.int(),
      leadDays: z.int(),
    })
    .nullable(),
  assumed: z.array(Assumption).max(assumableFacts.length),
});
export type SkuView = z.output<typeof SkuView>;

/** What keeps a product from being sold, or makes it weak; the same codes as an import's report. */
export const weaknesses = [
  "exchange/csv-no-title",
  "exchange/csv-no-sku",
  "exchange/csv-no-price",
  "exchange/weak-no-english",
  "exchange/weak-no-chinese",
  "exchange/weak-few-pictures",
  "exchange/weak-pictures-elsewhere",
] as const;
export const Weakness = z.enum(weaknesses);
export type Weakness = z.output<typeof Weakness>;

export const PublishState = z.enum(["draft", "published", "withdrawn"]);
export type PublishState = z.output<typeof PublishState>;

export const ProductRow = z.strictObject({
  id: Id,
  key: z.string().max(255),
  title: Title,
  /** Path of the small form of its first picture on this server. */
  picture: z.string().max(200).nullable(),
  category: z.strictObject({ id: CategoryId, name: BothNames, isAssumed: z.boolean() }),
  state: PublishState,
  readiness: Readiness,
  skus: z.int().min(0),
  /** Lowest and highest cost that is used. */
  unitCostMinor: z.strictObject({ from: Minor, to: Minor }).nullable(),
  costCurrency: CurrencyCode.nullable(),
  assumed: z.array(AssumableFact).max(assumableFacts.length),
  weaknesses: z.array(Weakness).max(weaknesses.length),
});
export type ProductRow = z.output<typeof ProductRow>;

export const ProductView = ProductRow.extend({
  text: LongText,
  brand: z.string().max(255),
  type: z.string().max(255),
  tags: z.array(z.string().max(255)).max(250),
  optionNames: z.array(z.string().max(255)).max(3),
  /** By the category's attribute keys. */
  attributes: z.record(z.string().max(40), z.string().max(200)),
  pictures: z.array(PictureView).max(250),
  items: z.array(SkuView).max(skusPerProductMax),
  /** Rises with each change; an edit names the one it was made on. */
  version: z.int().min(1),
  changedAt: Instant,
});
export type ProductView = z.output<typeof ProductView>;

export const CategoryView = z.strictObject({
  id: CategoryId,
  name: BothNames,
  attributes: z
    .array(
      z.strictObject({
        key: z.string().max(40),
        name: BothNames,
        isRequired: z.boolean(),
        unit: z.string().max(20).nullable(),
        values: z.array(z.strictObject({ id: z.string().max(60), name: BothNames })).max(60),
      }),
    )
    .max(30),
});
export type CategoryView = z.output<typeof CategoryView>;

/** One enterprise's catalogue at a glance. */
export const CatalogView = z.strictObject({
  enterprise: z.strictObject({ id: Id, name: BothNames }),
  products: z.int().min(0),
  skus: z.int().min(0),
  published: z.int().min(0),
  /** SKUs of published products that a season can sell. */
  sellableSkus: z.int().min(0),
  readiness: z.strictObject({
    red: z.int().min(0),
    amber: z.int().min(0),
    green: z.int().min(0),
  }),
  categories: z
    .array(z.strictObject({ id: CategoryId, name: BothNames, products: z.int().min(0) }))
    .max(200),
  changedAt: Instant.nullable(),
  /** The caller may import, edit and publish. */
  mayEdit: z.boolean(),
});
export type CatalogView = z.output<typeof CatalogView>;
