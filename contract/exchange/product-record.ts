/**
 * A product as a file tells it: the neutral ground between the forms that catalogues come in. Types
 * only; connectors make and read it, the catalogue stores it. Null: the file does not say.
 */
import type { CatalogFormat, ImportProblem } from "./imports.ts";
import type { Battery, BothTexts } from "./shapes.ts";

export interface SkuRecord {
  readonly sku: string;
  readonly gtin: string | null;
  /** One value for each of the product's options. */
  readonly options: readonly string[];
  /** A decimal with a point, as many digits as written: `19.90`. */
  readonly price: string | null;
  readonly compareAt: string | null;
  readonly priceCurrency: string | null;
  readonly cost: string | null;
  readonly costCurrency: string | null;
  readonly stock: number | null;
  readonly sellsBeyondStock: boolean | null;
  readonly isTaxable: boolean | null;
  readonly ships: boolean | null;
  readonly weightG: number | null;
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly hs: string | null;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly origin: string | null;
  readonly battery: Battery | null;
  readonly moq: number | null;
  readonly leadDays: number | null;
  /** Address of this variant's own picture. */
  readonly picture: string | null;
  /** Cells of columns that mean nothing here, by heading; written back on export. */
  readonly extras: Readonly<Record<string, string>>;
}

export interface ProductRecord {
  /** Names the product in its catalogue: a handle. */
  readonly key: string;
  readonly title: BothTexts;
  /** May carry the simple HTML of `reduceHtml`. */
  readonly text: BothTexts;
  readonly brand: string;
  readonly type: string;
  /** As the file says it: a name, a path of names, or an id. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly state: "active" | "draft" | "archived" | null;
  readonly material: string;
  readonly optionNames: readonly string[];
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
  readonly skus: readonly SkuRecord[];
}

/** A product with where it stands in the file and whether it can be taken in. */
export interface ReadProduct {
  readonly row: number;
  readonly record: ProductRecord;
  /** A red problem was found in one of its rows. */
  readonly isFaulty: boolean;
}

export interface CatalogReading {
  readonly format: CatalogFormat;
  readonly rows: number;
  readonly products: readonly ReadProduct[];
  readonly problems: readonly ImportProblem[];
  readonly unknownColumns: readonly string[];
}

/** What a reader is told beside the file. */
export interface CatalogReadingOptions {
  /** Of titles and texts in a form that has one column for them. */
  readonly language: "zh" | "en";
  /** Preferred where the form has a column for each currency. */
  readonly currency: string | null;
}
