/**
 * Reads one folder of this shelf: a catalog of products as enterprises offer them. A catalog is
 * `enterprises/<id>.json`, one file an enterprise, and `pictures/<sku>.svg` in lower case. Adding
 * an enterprise adds a file and its pictures and touches nothing else.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BatteryClass } from "@echelon/kernel/trade/parcel.ts";
import { z } from "zod";
import { type Category, Text } from "../categories/category.ts";

/** Packing instructions for lithium cells by air; a dry or nickel cell travels as `none`. */
const batteryClasses = ["none", "PI965", "PI966", "PI967"] as const satisfies BatteryClass[];

/** What a product is, for the rules of compliance (product × market). */
const traits = [
  "electronic",
  "radio",
  "mains",
  "battery:lithium-ion",
  "battery:nickel-metal-hydride",
  "toy",
  "child-under-3",
  "cosmetic",
  "food-contact",
  "textile",
  "wood",
] as const;

const Words = z.array(z.string().min(1)).min(1).readonly();

const Product = z
  .strictObject({
    sku: z.string().regex(/^[A-Z]{3}-\d{3}$/),
    /** Id of a category of the atlas. */
    category: z.string(),
    name: Text,
    text: Text,
    /** What the enterprise asks for one unit at its gate, minor units of `costCurrency`. */
    unitCostMinor: z.int().positive(),
    costCurrency: z.literal("CNY"),
    /** The price the enterprise suggests to stores, minor units of `listCurrency`. */
    listPriceMinor: z.int().positive(),
    listCurrency: z.literal("USD"),
    /** One unit packed for a parcel. */
    weightG: z.int().positive(),
    /** Length, width and height of the packed unit. */
    sizeMm: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]).readonly(),
    hs10: z.string().regex(/^\d{10}$/),
    /** ISO 3166-1 alpha-2, lower case. */
    origin: z.literal("cn"),
    battery: z.enum(batteryClasses),
    /** Least units of one purchase order. */
    moq: z.int().positive(),
    leadDays: z.int().positive(),
    /** Share of units that arrive defective, parts per million. */
    defectPpm: z.int().min(0).max(1_000_000),
    /** The category's attributes: id of a listed value, or a free value in the category's unit. */
    attributes: z.record(z.string().max(40), z.string().min(1).max(120)).readonly(),
    traits: z.array(z.enum(traits)).readonly(),
    /** Choices a buyer has within the SKU, such as sizes; none for most. */
    options: z
      .array(z.strictObject({ name: Text, values: Words }).readonly())
      .max(3)
      .readonly(),
    /** Words an enterprise uses for its product, for titles and bullets. */
    keywords: z.strictObject({ zh: Words, en: Words }).readonly(),
  })
  .readonly();

const Enterprise = z
  .strictObject({
    id: z.string().regex(/^[a-z]+$/),
    name: Text,
    city: Text,
    about: Text,
    products: z.array(Product).min(1).readonly(),
  })
  .readonly();

export type CatalogProduct = z.infer<typeof Product>;
export type CatalogEnterprise = z.infer<typeof Enterprise>;

/**
 * Every enterprise of a catalog with its products, by id, deeply frozen.
 *
 * @param folder     the catalog's folder
 * @param categories those of the atlas, which the products name
 * @throws Error naming the file and every fault in it
 */
export function readCatalogFolder(
  folder: string,
  categories: readonly Category[],
): readonly CatalogEnterprise[] {
  const shelf = join(folder, "enterprises");
  const files = readdirSync(shelf).toSorted();
  const enterprises = files.map((file) => {
    const parsed = Enterprise.safeParse(JSON.parse(readFileSync(join(shelf, file), "utf8")));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    const faults = parsed.data.products.flatMap((product) => [
      ...attributeFaults(product, categories),
      ...(existsSync(picturePath(folder, product.sku)) ? [] : [`${product.sku} has no picture`]),
    ]);
    if (faults.length > 0) throw new Error(`${file}: ${faults.join("; ")}`);
    return parsed.data;
  });
  return Object.freeze(enterprises);
}

/** The drawing of a product: an SVG of 400 × 400 without scripts and without foreign addresses. */
export function picturePath(folder: string, sku: string): string {
  return join(folder, "pictures", `${sku.toLowerCase()}.svg`);
}

/** What a product's attributes lack or have too much, against those its category asks for. */
export function attributeFaults(
  product: Pick<CatalogProduct, "sku" | "category" | "attributes">,
  categories: readonly Category[],
): readonly string[] {
  const category = categories.find(({ id }) => id === product.category);
  if (category === undefined) return [`${product.sku}: no category ${product.category}`];
  const asked = new Map(category.attributes.map((attribute) => [attribute.key, attribute]));
  const missing = category.attributes
    .filter(({ key, required }) => required && product.attributes[key] === undefined)
    .map(({ key }) => `${product.sku}: ${key} is required`);
  const wrong = Object.entries(product.attributes).flatMap(([key, value]) => {
    const attribute = asked.get(key);
    if (attribute === undefined) return [`${product.sku}: ${key} is not asked for`];
    const isListed = attribute.values?.some(({ id }) => id === value) ?? true;
    return isListed ? [] : [`${product.sku}: ${key} cannot be ${value}`];
  });
  return [...missing, ...wrong];
}
