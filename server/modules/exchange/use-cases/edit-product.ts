import type { EditProductRequest } from "@echelon/contract/exchange/edits.ts";
import type { ProductView } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { categoryById } from "../atlas.ts";
import { editRecord } from "../edit-record.ts";
import { productRow } from "../product-row.ts";
import {
  lockCatalog,
  putProducts,
  raiseVersion,
  readProduct,
  skuOwners,
} from "../store/catalog-store.ts";
import { findOwnCatalog } from "./find-catalog.ts";
import { productView } from "./view-product.ts";

/**
 * Changes what the enterprise says of a product. A field that is left out stays, null takes a fact
 * back. Refused when somebody else changed the product since the caller saw it.
 */
export async function editProduct(
  { database, clock }: Means,
  caller: Caller,
  { enterprise, product }: { readonly enterprise: string; readonly product: string },
  wish: EditProductRequest,
): Promise<Outcome<ProductView>> {
  return database.transaction(async (tx) => {
    const found = await findOwnCatalog(tx, caller, enterprise);
    if (!found.ok) return found;
    await lockCatalog(tx, enterprise, clock.now());
    const row = await readProduct(tx, enterprise, product);
    if (row === undefined) return refuse({ code: "exchange/no-such-product" });
    if (row.version !== wish.basedOn) {
      return refuse({ code: "exchange/product-changed", facts: { version: row.version } });
    }
    const { category } = wish;
    if (typeof category === "string" && categoryById(category) === undefined) {
      return refuse({ code: "exchange/no-such-category", facts: { category } });
    }
    const record = editRecord(row.record, wish);
    if (!record.ok) return record;
    const added = (wish.newItems ?? []).map(({ sku }) => sku);
    const owners = await skuOwners(tx, enterprise, added);
    for (const [sku, owner] of owners) {
      // A SKU that is dropped and added again in one edit is its own product's.
      if (owner === row.key) continue;
      return refuse({ code: "exchange/sku-taken", facts: { sku, product: owner } });
    }
    const changed = productRow({
      ...row,
      record: record.value,
      chosen_category: category === undefined ? row.chosen_category : category,
      attributes: wish.attributes ?? row.attributes,
      version: row.version + 1,
      changed_at: clock.now(),
    });
    await putProducts(tx, [changed]);
    await raiseVersion(tx, enterprise, clock.now());
    return ok(productView(changed));
  });
}
