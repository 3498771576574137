/** What a mentor types: a new product, changes of one, the order of its pictures. */
import { z } from "zod";
import {
  Battery,
  CategoryId,
  CountryCode,
  CurrencyCode,
  HsCode,
  LongText,
  Minor,
  optionsMax,
  sizeMmMax,
  Sku,
  Title,
  weightGMax,
} from "./shapes.ts";

/** More go by a file. */
export const skusPerEditMax = 200;

/** Facts of one SKU to be changed; null takes a fact back, a field left out stays. */
export const EditSku = z.strictObject({
  sku: Sku,
  gtin: z
    .string()
    .regex(/^\d{8,14}$/)
    .nullable()
    .optional(),
  unitCostMinor: Minor.nullable().optional(),
  costCurrency: CurrencyCode.optional(),
  listPriceMinor: Minor.nullable().optional(),
  priceCurrency: CurrencyCode.optional(),
  weightG: z.int().min(1).max(weightGMax).nullable().optional(),
  sizeMm: z.array(z.int().min(1).max(sizeMmMax)).length(3).nullable().optional(),
  hs: HsCode.nullable().optional(),
  origin: CountryCode.nullable().optional(),
  battery: Battery.nullable().optional(),
  moq: z.int().min(1).max(1_000_000).nullable().optional(),
  leadDays: z.int().min(0).max(365).nullable().optional(),
});
export type EditSku = z.output<typeof EditSku>;

/** A SKU that the product did not have: its facts and a value for each of the product's options. */
export const NewSku = EditSku.extend({
  options: z.array(z.string().trim().min(1).max(255)).max(optionsMax).optional(),
});
export type NewSku = z.output<typeof NewSku>;

const Attributes = z.record(z.string().max(40), z.string().max(200));

export const EditProductRequest = z.strictObject({
  basedOn: z.int().min(1),
  title: Title.optional(),
  text: LongText.optional(),
  brand: z.string().max(255).optional(),
  /** Null lets the title decide again. */
  category: CategoryId.nullable().optional(),
  attributes: Attributes.optional(),
  items: z.array(EditSku).max(skusPerEditMax).optional(),
  newItems: z.array(NewSku).max(skusPerEditMax).optional(),
  /** SKUs that go; seasons that run keep them. */
  dropItems: z.array(Sku).max(skusPerEditMax).optional(),
});
export type EditProductRequest = z.output<typeof EditProductRequest>;

export const NewProductRequest = z.strictObject({
  /** Names the product in its catalogue for good: a handle. */
  key: z.string().trim().min(1).max(255),
  title: Title,
  text: LongText.optional(),
  brand: z.string().max(255).optional(),
  /** The title decides when it is left out. */
  category: CategoryId.nullable().optional(),
  attributes: Attributes.optional(),
  optionNames: z.array(z.string().trim().min(1).max(255)).max(optionsMax).optional(),
  items: z.array(NewSku).min(1).max(skusPerEditMax),
});
export type NewProductRequest = z.output<typeof NewProductRequest>;

/** All pictures that stay, the first one first. */
export const OrderPicturesRequest = z.strictObject({
  basedOn: z.int().min(1),
  /** Each as the product has it: its path, or its foreign address. */
  addresses: z.array(z.string().max(2_000)).max(250),
});
export type OrderPicturesRequest = z.output<typeof OrderPicturesRequest>;
