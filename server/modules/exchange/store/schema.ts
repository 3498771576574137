import type { ImportPreview } from "@echelon/contract/exchange/imports.ts";
import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import type { PublishState, Readiness } from "@echelon/contract/exchange/shapes.ts";

/** Rows of this module's tables, as pg gives them; a test holds them equal to the database. */
export interface ProductTable {
  organisation_id: string;
  id: string;
  key: string;
  record: ProductRecord;
  category_id: string | null;
  attributes: Record<string, string>;
  state: PublishState;
  readiness: Readiness;
  used_category: string;
  version: number;
  terms: string[];
  changed_at: Date;
}

export interface SkuTable {
  organisation_id: string;
  sku: string;
  product_id: string;
}

export interface ImportTable {
  organisation_id: string;
  id: string;
  file_name: string;
  reading: Buffer;
  preview: ImportPreview;
  made_by: string;
  made_at: Date;
  committed_at: Date | null;
}

export interface PictureTable {
  hash: string;
  media_type: string;
}

export interface ExchangeTables {
  "exchange.product": ProductTable;
  "exchange.sku": SkuTable;
  "exchange.import": ImportTable;
  "exchange.picture": PictureTable;
}
