import type { CommitImportRequest, ImportCommitted } from "@echelon/contract/exchange/imports.ts";
import { productsPerCatalogMax } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { writeAudit } from "../../identity/index.ts";
import {
  countProducts,
  lockCatalog,
  putProducts,
  raiseVersion,
  setState,
} from "../store/catalog-store.ts";
import { markCommitted, readImport } from "../store/import-store.ts";
import { findOwnCatalog } from "./find-catalog.ts";
import { planImport } from "./plan-import.ts";

/**
 * Takes a previewed file in: all of its sound products in one transaction, or nothing.
 *
 * Products are known by their keys and SKUs, so the same file twice changes nothing. Refused as
 * stale when the catalogue changed since the preview.
 */
export async function commitImport(
  means: Means,
  caller: Caller,
  { enterprise, import: id }: { readonly enterprise: string; readonly import: string },
  wish: CommitImportRequest,
): Promise<Outcome<ImportCommitted>> {
  const { database, clock, newId } = means;
  return database.transaction(async (tx) => {
    const found = await findOwnCatalog(tx, caller, enterprise);
    if (!found.ok) return found;
    const now = clock.now();
    const version = await lockCatalog(tx, enterprise, now);
    const row = await readImport(tx, enterprise, id);
    if (row === undefined) return refuse({ code: "exchange/no-such-import" });
    if (row.committed_at !== null) return refuse({ code: "exchange/import-committed" });
    if (row.catalog_version !== version) return refuse({ code: "exchange/preview-stale" });
    const plan = await planImport(tx, enterprise, row.reading, now);
    const sound = plan.products.filter(({ isRed }) => !isRed);
    const leftOut = plan.products.length - sound.length;
    if (leftOut > 0 && !wish.leavesOutFaulty) {
      return refuse({ code: "exchange/import-faulty", facts: { products: leftOut } });
    }
    const of = (change: string) => sound.filter((planned) => planned.change === change);
    const added = of("add").map(({ product }) => ({ ...product, id: newId() }));
    if ((await countProducts(tx, enterprise)) + added.length > productsPerCatalogMax) {
      const facts = { productsMax: productsPerCatalogMax };
      return refuse({ code: "exchange/catalog-full", facts });
    }
    const changed = of("change").map(({ product }) => product);
    await putProducts(tx, [...added, ...changed]);
    const taken = [...added, ...changed, ...of("same").map(({ product }) => product)];
    const published = wish.publishes
      ? await setState(
          tx,
          enterprise,
          taken.map((product) => product.id),
          "published",
          now,
        )
      : [];
    await raiseVersion(tx, enterprise, now);
    await markCommitted(tx, enterprise, id, now);
    const committed = {
      added: added.length,
      changed: changed.length,
      unchanged: of("same").length,
      leftOut,
      published: published.length,
    };
    const deed = { deed: "catalog-imported", by: caller.person, facts: committed };
    await writeAudit(means, tx, enterprise, deed);
    return ok(committed);
  });
}
