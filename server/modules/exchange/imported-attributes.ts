import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import { type Category, categoryById } from "./atlas.ts";

/** What option names and columns are called in files, by the attribute that they tell. */
const keysByName: Readonly<Record<string, string>> = {
  color: "color",
  colour: "color",
  颜色: "color",
  size: "size",
  尺码: "size",
  尺寸: "size",
  material: "material",
  材质: "material",
};

/**
 * What a file tells of the category's attributes: the material, and the options that all SKUs share
 * one value of. A value of a listed attribute is taken only when it is one of those listed.
 */
export function importedAttributes(
  categoryId: string,
  record: ProductRecord,
): Record<string, string> {
  const category = categoryById(categoryId);
  if (category === undefined) return {};
  const told: [name: string, value: string][] = [["material", record.material]];
  for (const [place, name] of record.optionNames.entries()) {
    const values = new Set(record.skus.map(({ options }) => options[place] ?? ""));
    const [only = ""] = values;
    if (values.size === 1) told.push([name, only]);
  }
  const attributes = told.flatMap(([name, value]) => {
    const key = keysByName[name.normalize("NFKC").trim().toLowerCase()];
    const known = key === undefined ? null : valueOf(category, key, value);
    return key === undefined || known === null ? [] : [[key, known] as const];
  });
  return Object.fromEntries(attributes);
}

function valueOf(category: Category, key: string, said: string): string | null {
  const attribute = category.attributes.find((each) => each.key === key);
  const value = said.normalize("NFKC").trim();
  if (attribute === undefined || value === "") return null;
  if (attribute.values === undefined) return value.slice(0, 120);
  const listed = attribute.values.find(({ id, name }) =>
    [id, name.zh, name.en].some((each) => each.toLowerCase() === value.toLowerCase()),
  );
  return listed?.id ?? null;
}
