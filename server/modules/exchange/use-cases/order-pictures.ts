import type { OrderPicturesRequest } from "@echelon/contract/exchange/edits.ts";
import type { ProductView } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { productRow } from "../product-row.ts";
import { lockCatalog, putProducts, raiseVersion, readProduct } from "../store/catalog-store.ts";
import { findOwnCatalog } from "./find-catalog.ts";
import { productView } from "./view-product.ts";

/**
 * Puts a product's pictures in another order; those that are not named are taken off it. The files
 * stay, as a season may show them.
 */
export async function orderPictures(
  { database, clock }: Means,
  caller: Caller,
  { enterprise, product }: { readonly enterprise: string; readonly product: string },
  { basedOn, addresses }: OrderPicturesRequest,
): Promise<Outcome<ProductView>> {
  return database.transaction(async (tx) => {
    const found = await findOwnCatalog(tx, caller, enterprise);
    if (!found.ok) return found;
    const now = clock.now();
    await lockCatalog(tx, enterprise, now);
    const row = await readProduct(tx, enterprise, product);
    if (row === undefined) return refuse({ code: "exchange/no-such-product" });
    if (row.version !== basedOn) {
      return refuse({ code: "exchange/product-changed", facts: { version: row.version } });
    }
    const known = new Map(row.record.pictures.map((picture) => [picture.url, picture]));
    const pictures = [...new Set(addresses)].map((address) => known.get(address));
    const there = pictures.filter((picture) => picture !== undefined);
    if (there.length < pictures.length) return refuse({ code: "exchange/no-such-picture" });
    const changed = productRow({
      ...row,
      record: { ...row.record, pictures: there },
      version: row.version + 1,
      changed_at: now,
    });
    await putProducts(tx, [changed]);
    await raiseVersion(tx, enterprise, now);
    return ok(productView(changed));
  });
}
