import type { CatalogView, CategoryView } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { organisationFacts } from "../../identity/index.ts";
import { categories, categoryById } from "../categories.ts";
import type { ExchangeMeans } from "../means.ts";
import { mayEditCatalog } from "../may.ts";
import { countCatalogs } from "../store/product-store.ts";
import { type CatalogAccess, findCatalog } from "./find-catalog.ts";

/** The categories of goods with the attributes that each asks for. */
export function listCategories(): Outcome<CategoryView[]> {
  return ok(
    categories().map(({ id, name, attributes }) => ({
      id,
      name: { ...name },
      attributes: attributes.map((one) => ({
        key: one.key,
        name: { ...one.name },
        isRequired: one.required,
        unit: one.unit ?? null,
        values: (one.values ?? []).map((value) => ({ id: value.id, name: { ...value.name } })),
      })),
    })),
  );
}

/** The caller's own catalogues, and those of others that have published products. */
export async function listCatalogs(
  { database }: ExchangeMeans,
  caller: Caller,
): Promise<Outcome<CatalogView[]>> {
  const counts = Map.groupBy(await countCatalogs(database), (row) => row.organisation_id);
  const own = caller.roles
    .map(({ organisation }) => organisation)
    .filter((id) => mayEditCatalog(caller, id));
  const ids = [...new Set([...own, ...counts.keys()])];
  const names = await organisationFacts(database, ids);
  const views = ids.flatMap((id) => {
    const name = names.get(id)?.name;
    if (name === undefined) return [];
    const view = catalogView(
      { enterprise: id, name, mayEdit: mayEditCatalog(caller, id) },
      counts.get(id) ?? [],
    );
    return view.mayEdit || view.published > 0 ? [view] : [];
  });
  return ok(
    views
      .toSorted(
        (a, b) =>
          Number(b.mayEdit) - Number(a.mayEdit) || a.enterprise.id.localeCompare(b.enterprise.id),
      )
      .slice(0, 200),
  );
}

export async function viewCatalog(
  { database }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
): Promise<Outcome<CatalogView>> {
  const found = await findCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  const counts = (await countCatalogs(database)).filter(
    (row) => row.organisation_id === enterprise,
  );
  return ok(catalogView(found.value, counts));
}

type Counts = Awaited<ReturnType<typeof countCatalogs>>;

function catalogView({ enterprise, name, mayEdit }: CatalogAccess, counts: Counts): CatalogView {
  const sum = (
    pick: (row: Counts[number]) => number,
    when: (row: Counts[number]) => boolean = () => true,
  ) => counts.filter(when).reduce((total, row) => total + pick(row), 0);
  const isPublished = (row: Counts[number]) => row.state === "published";
  const byCategory = Map.groupBy(counts, (row) => row.used_category);
  const latest = counts.map((row) => row.changed_at.getTime());
  return {
    enterprise: { id: enterprise, name },
    products: sum((row) => row.products),
    skus: sum((row) => row.skus),
    published: sum((row) => row.products, isPublished),
    sellableSkus: sum(
      (row) => row.skus,
      (row) => isPublished(row) && row.readiness !== "red",
    ),
    readiness: {
      red: sum(
        (row) => row.products,
        (row) => row.readiness === "red",
      ),
      amber: sum(
        (row) => row.products,
        (row) => row.readiness === "amber",
      ),
      green: sum(
        (row) => row.products,
        (row) => row.readiness === "green",
      ),
    },
    categories: [...byCategory].flatMap(([id, rows]) => {
      const category = categoryById(id);
      if (category === undefined) return [];
      return [
        {
          id,
          name: { ...category.name },
          products: rows.reduce((total, row) => total + row.products, 0),
        },
      ];
    }),
    changedAt: latest.length === 0 ? null : new Date(Math.max(...latest)),
    mayEdit,
  };
}
