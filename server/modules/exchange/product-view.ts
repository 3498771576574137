import type { ProductRow, ProductView, PictureView } from "@echelon/contract/exchange/shapes.ts";
import { appraise } from "./appraise.ts";
import type { ProductTable } from "./store/schema.ts";

/** Pictures that lie on this server are named by their path; others are not fetched. */
const ownPicture = /^\/api\/pictures\/[0-9a-f]{64}$/;

export const pathOfPicture = (hash: string): string => `/api/pictures/${hash}`;

function pictureView({ url, alt }: { readonly url: string; readonly alt: string }): PictureView {
  const isOwn = ownPicture.test(url);
  return { path: isOwn ? url : null, foreignUrl: isOwn ? null : url, alt };
}

/** A product as one row of a list. */
export function rowView(row: ProductTable): ProductRow {
  const { category, isCategoryAssumed, items, weaknesses, readiness } = appraise(
    row.record,
    row.category_id,
  );
  const used = items.flatMap((item) => (item.used === null ? [] : [item.used]));
  const costs = used.map(({ unitCostMinor }) => unitCostMinor);
  return {
    id: row.id,
    key: row.key,
    title: { ...row.record.title },
    picture: row.record.pictures.map(pictureView).find(({ path }) => path !== null)?.path ?? null,
    category: { id: category.id, name: { ...category.name }, isAssumed: isCategoryAssumed },
    state: row.state,
    readiness,
    skus: items.length,
    unitCostMinor: costs.length === 0 ? null : { from: Math.min(...costs), to: Math.max(...costs) },
    costCurrency: used[0]?.costCurrency ?? null,
    assumed: [...new Set(items.flatMap(({ assumed }) => assumed.map(({ fact }) => fact)))],
    weaknesses: [...weaknesses],
  };
}

/** A product with everything its enterprise said, and what is used in the gaps. */
export function productView(row: ProductTable): ProductView {
  const { items } = appraise(row.record, row.category_id);
  return {
    ...rowView(row),
    text: { ...row.record.text },
    brand: row.record.brand,
    type: row.record.type,
    tags: [...row.record.tags],
    optionNames: [...row.record.optionNames],
    attributes: { ...row.attributes },
    pictures: row.record.pictures.map(pictureView),
    items: [...items],
    version: row.version,
    changedAt: row.changed_at,
  };
}
