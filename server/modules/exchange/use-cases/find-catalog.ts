import type { CatalogView } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { organisationFacts, type OrganisationFacts } from "../../identity/index.ts";
import { categoryById } from "../atlas.ts";
import { supplies } from "../may.ts";
import {
  countByCategory,
  countCatalog,
  readCatalog,
  readPublishers,
} from "../store/catalog-store.ts";

export interface FoundCatalog {
  readonly enterprise: OrganisationFacts;
  /** The caller may import, edit and publish; others see what is published. */
  readonly mayEdit: boolean;
}

/** A catalogue as far as the caller may know of it: the own, or one that has published products. */
export async function findCatalog(
  sql: Sql,
  caller: Caller,
  enterprise: string,
): Promise<Outcome<FoundCatalog>> {
  const facts = (await organisationFacts(sql, [enterprise])).get(enterprise);
  if (facts?.kind !== "enterprise") return refuse({ code: "exchange/no-such-catalog" });
  const mayEdit = supplies(caller, enterprise);
  const isOpen = mayEdit || (await countCatalog(sql, enterprise, true)).sellableSkus > 0;
  return isOpen ? ok({ enterprise: facts, mayEdit }) : refuse({ code: "exchange/no-such-catalog" });
}

/** The caller's own catalogue, to change it. */
export async function findOwnCatalog(
  sql: Sql,
  caller: Caller,
  enterprise: string,
): Promise<Outcome<FoundCatalog>> {
  const found = await findCatalog(sql, caller, enterprise);
  if (!found.ok || found.value.mayEdit) return found;
  return refuse({ code: "platform/not-allowed" });
}

/** The caller's own catalogues first, then those that have something to sell. */
export async function listCatalogs(
  { database: sql }: Means,
  caller: Caller,
): Promise<Outcome<CatalogView[]>> {
  const own = caller.roles.map(({ organisation }) => organisation);
  const ids = [
    ...new Set([...own.filter((id) => supplies(caller, id)), ...(await readPublishers(sql))]),
  ];
  const enterprises = await organisationFacts(sql, ids);
  const views: CatalogView[] = [];
  for (const id of ids) {
    const enterprise = enterprises.get(id);
    if (enterprise?.kind !== "enterprise") continue;
    views.push(await catalogView(sql, { enterprise, mayEdit: supplies(caller, id) }));
  }
  return ok(views);
}

export async function viewCatalog(
  { database: sql }: Means,
  caller: Caller,
  enterprise: string,
): Promise<Outcome<CatalogView>> {
  const found = await findCatalog(sql, caller, enterprise);
  return found.ok ? ok(await catalogView(sql, found.value)) : found;
}

async function catalogView(sql: Sql, { enterprise, mayEdit }: FoundCatalog): Promise<CatalogView> {
  const { id, name } = enterprise;
  const counts = await countCatalog(sql, id, !mayEdit);
  const byCategory = await countByCategory(sql, id, !mayEdit);
  const catalog = await readCatalog(sql, id);
  return {
    enterprise: { id, name },
    products: counts.products,
    skus: counts.skus,
    published: counts.published,
    sellableSkus: counts.sellableSkus,
    readiness: { red: counts.red, amber: counts.amber, green: counts.green },
    categories: byCategory.map(({ category, products }) => ({
      id: category,
      name: categoryName(category),
      products,
    })),
    changedAt: catalog?.changed_at ?? null,
    mayEdit,
  };
}

/** A category that the atlas no longer has is shown by its id. */
export function categoryName(id: string): { zh: string; en: string } {
  const name = categoryById(id)?.name;
  return name === undefined ? { zh: id, en: id } : { ...name };
}
