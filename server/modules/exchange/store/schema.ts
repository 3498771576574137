import type { Encoding } from "@echelon/connectors/table.ts";
import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import type {
  AssumableFact,
  PublishState,
  Readiness,
  Weakness,
} from "@echelon/contract/exchange/shapes.ts";
import type { KeptReading } from "../threads/read-catalog-file.ts";

export interface CatalogTable {
  organisation_id: string;
  version: number;
  changed_at: Date;
}

export interface ProductTable {
  organisation_id: string;
  id: string;
  key: string;
  record: ProductRecord;
  state: PublishState;
  chosen_category: string | null;
  attributes: Readonly<Record<string, string>>;
  defect_ppm: number | null;
  category: string;
  is_category_assumed: boolean;
  readiness: Readiness;
  weaknesses: Weakness[];
  assumed: AssumableFact[];
  skus: number;
  cost_from_minor: bigint | null;
  cost_to_minor: bigint | null;
  cost_currency: string | null;
  title_zh: string;
  title_en: string;
  search: string;
  terms: string[];
  version: number;
  changed_at: Date;
}

export interface SkuTable {
  organisation_id: string;
  sku: string;
  product_id: string;
}

export interface CatalogImportTable {
  organisation_id: string;
  id: string;
  by_id: string;
  file_name: string;
  encoding: Encoding;
  made_at: Date;
  catalog_version: number;
  reading: KeptReading;
  committed_at: Date | null;
}

export interface PictureTable {
  hash: string;
  media_type: "image/svg+xml" | "image/png" | "image/jpeg" | "image/webp";
  bytes: number;
  small_hash: string | null;
}

export interface ExchangeTables {
  "exchange.catalog": CatalogTable;
  "exchange.product": ProductTable;
  "exchange.sku": SkuTable;
  "exchange.catalog_import": CatalogImportTable;
  "exchange.picture": PictureTable;
}
