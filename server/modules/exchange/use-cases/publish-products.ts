import type { PublishState } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { ExchangeMeans } from "../means.ts";
import { readProducts, setStates } from "../store/product-store.ts";
import { keepCatalog } from "./find-catalog.ts";

/**
 * Offers products to seasons, or takes them back; all of the catalogue when none is named. Red ones
 * cannot be offered. Seasons that run keep what they have.
 */
export async function setPublished(
  { database, clock }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  products: readonly string[] | undefined,
  state: Extract<PublishState, "published" | "withdrawn">,
): Promise<Outcome<{ changed: number; refused: string[] }>> {
  const kept = await keepCatalog(database, caller, enterprise);
  if (!kept.ok) return kept;
  return database.transaction(async (tx) => {
    const wanted = products === undefined ? null : new Set(products);
    const rows = (await readProducts(tx, enterprise)).filter(({ id }) => wanted?.has(id) ?? true);
    const isRed = ({ readiness }: (typeof rows)[number]) =>
      state === "published" && readiness === "red";
    const ids = rows
      .filter((row) => !isRed(row) && (state === "published" || row.state === "published"))
      .map(({ id }) => id);
    const changed = await setStates(tx, enterprise, ids, state, clock.now());
    return ok({ changed, refused: rows.filter(isRed).map(({ id }) => id) });
  });
}
