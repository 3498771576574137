import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { BothNames } from "@echelon/contract/identity/shapes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { organisationFacts } from "../../identity/index.ts";
import { mayEditCatalog, maySeePublished } from "../may.ts";

export type CatalogAccess = {
  readonly enterprise: string;
  readonly name: BothNames;
  /** Keepers see everything and may change it; others see what is published. */
  readonly mayEdit: boolean;
};

/** A catalogue as far as the caller may know of it; a foreign one is like one that is not there. */
export async function findCatalog(
  sql: Sql,
  caller: Caller,
  enterprise: string,
): Promise<Outcome<CatalogAccess>> {
  const mayEdit = mayEditCatalog(caller, enterprise);
  if (!mayEdit && !maySeePublished(caller)) return refuse({ code: "exchange/no-such-catalog" });
  const name = (await organisationFacts(sql, [enterprise])).get(enterprise)?.name;
  if (name === undefined) return refuse({ code: "exchange/no-such-catalog" });
  return ok({ enterprise, name, mayEdit });
}

/** The same for an act that changes the catalogue. */
export async function keepCatalog(
  sql: Sql,
  caller: Caller,
  enterprise: string,
): Promise<Outcome<CatalogAccess>> {
  const found = await findCatalog(sql, caller, enterprise);
  if (!found.ok || found.value.mayEdit) return found;
  return refuse({ code: "platform/not-allowed" });
}
