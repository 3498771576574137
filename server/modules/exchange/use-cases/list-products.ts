import type {
  ProductRow,
  ProductView,
  PublishState,
  Readiness,
} from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { ExchangeMeans } from "../means.ts";
import { productView, rowView } from "../product-view.ts";
import { readProduct, readProducts } from "../store/product-store.ts";
import { findCatalog } from "./find-catalog.ts";

type Ask = {
  after?: string | undefined;
  limit?: number | undefined;
  q?: string | undefined;
  category?: string | undefined;
  state?: PublishState | undefined;
  readiness?: Readiness | undefined;
};

/** A catalogue's products by key; whoever does not keep it sees the published ones. */
export async function listProducts(
  { database }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  ask: Ask,
): Promise<Outcome<{ items: ProductRow[]; next: string | null }>> {
  const found = await findCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  const limit = ask.limit ?? 50;
  const after = ask.after === undefined ? undefined : decodeCursor<[string]>(ask.after)?.[0];
  const state = found.value.mayEdit ? ask.state : ("published" as const);
  const rows = await readProducts(database, enterprise, { ...ask, state, after }, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor([last.key]) : null;
  return ok({ items: shown.map(rowView), next });
}

export async function viewProduct(
  { database }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  product: string,
): Promise<Outcome<ProductView>> {
  const found = await findCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  const row = await readProduct(database, enterprise, product);
  if (row === undefined || (!found.value.mayEdit && row.state !== "published")) {
    return refuse({ code: "exchange/no-such-product" });
  }
  return ok(productView(row));
}
