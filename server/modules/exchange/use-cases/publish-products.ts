import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { lockCatalog, raiseVersion, readRed, setState } from "../store/catalog-store.ts";
import { findOwnCatalog } from "./find-catalog.ts";

interface Published {
  readonly changed: number;
  readonly refused: string[];
}

/** Offers products to seasons, or no longer; red ones stay as they are and are named. */
export async function publishProducts(
  { database, clock }: Means,
  caller: Caller,
  enterprise: string,
  products: readonly string[] | undefined,
  state: "published" | "withdrawn",
): Promise<Outcome<Published>> {
  return database.transaction(async (tx) => {
    const found = await findOwnCatalog(tx, caller, enterprise);
    if (!found.ok) return found;
    const now = clock.now();
    await lockCatalog(tx, enterprise, now);
    const changed = await setState(tx, enterprise, products ?? null, state, now);
    if (changed.length > 0) await raiseVersion(tx, enterprise, now);
    const isPublishing = state === "published";
    const refused = isPublishing ? await readRed(tx, enterprise, products ?? null) : [];
    return ok({ changed: changed.length, refused });
  });
}
