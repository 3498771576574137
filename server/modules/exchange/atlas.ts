import { classifyTitle, loadCategories } from "@echelon/atlas/catalog.ts";
import type { Category } from "@echelon/atlas/catalog.ts";

export type { Category };

let loaded: readonly Category[] | undefined;

/** The categories that products are sorted into; read once, as their files do not change. */
export function categories(): readonly Category[] {
  loaded ??= loadCategories();
  return loaded;
}

export function categoryById(id: string): Category | undefined {
  return categories().find((category) => category.id === id);
}

/**
 * By id, or by name in either language; of a path (`Home > Kitchen > Cups`) the last part counts.
 */
export function categoryByName(said: string): Category | undefined {
  const last = said.split(/[>/›]/).at(-1) ?? "";
  const wanted = [said, last].map((text) => text.normalize("NFKC").trim().toLowerCase());
  return categories().find(({ id, name }) =>
    [id, name.zh.toLowerCase(), name.en.toLowerCase()].some((each) => wanted.includes(each)),
  );
}

/**
 * What the title speaks for, and the words that decided; without any, the category for the rest.
 */
export function categoryOfTitle(title: string): { category: Category; because: readonly string[] } {
  return classifyTitle(categories(), title);
}
