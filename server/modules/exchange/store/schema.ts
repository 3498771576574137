import type { Encoding } from "@echelon/connectors/table.ts";
import type { BothNames } from "@echelon/contract/identity/shapes.ts";
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

export interface CredentialKeyTable {
  id: string;
  owner_id: string | null;
  public_key: string;
  sealed: string;
  made_at: Date;
  replaced_at: Date | null;
  compromised_at: Date | null;
}

export interface StatusListTable {
  id: string;
  owner_id: string;
  did: string;
  bits: Buffer;
  document: string;
  signed_at: Date;
  taken: number;
}

/** Seasons of a credential; what they are, who plays them again knows. */
export type ReplaySegments = readonly unknown[];

export interface ReplayTable {
  id: string;
  credential_id: string;
  asked_by: string;
  verdict: string;
  segments: ReplaySegments;
  outcomes: string[];
  started_at: Date;
  ended_at: Date | null;
}

/** Names as they were at issue, and the rank of its echelon. */
export interface CredentialFacts {
  readonly name: BothNames;
  readonly rank: number;
  readonly issuer: BothNames;
  readonly endorsers: readonly BothNames[];
}

export interface CredentialTable {
  id: string;
  decision_id: string;
  person_id: string;
  organisation_id: string;
  signed_by: string;
  list_id: string;
  list_index: number;
  public_keys: string[];
  facts: CredentialFacts;
  document: string;
  token: string;
  issued_at: Date;
  valid_until: Date | null;
}

export interface RevocationTable {
  credential_id: string;
  reason: string;
  asked_by: string;
  asked_for: "school" | "operator";
  asked_at: Date;
  state: "asked" | "confirmed" | "refused";
  decided_by: string | null;
  decided_at: Date | null;
  read_at: Date | null;
}

export interface ShareTable {
  id: string;
  person_id: string;
  token: string;
  credentials: string[];
  shows_name: boolean;
  shows_files: boolean;
  made_at: Date;
  ends_at: Date;
}

export interface ExchangeTables {
  "exchange.catalog": CatalogTable;
  "exchange.product": ProductTable;
  "exchange.sku": SkuTable;
  "exchange.catalog_import": CatalogImportTable;
  "exchange.picture": PictureTable;
  "exchange.credential_key": CredentialKeyTable;
  "exchange.status_list": StatusListTable;
  "exchange.credential": CredentialTable;
  "exchange.revocation": RevocationTable;
  "exchange.share": ShareTable;
  "exchange.credential_replay": ReplayTable;
}
