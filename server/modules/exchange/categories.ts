import { type Category, classifyTitle, loadCategories } from "@echelon/atlas/catalog.ts";

let loaded: readonly Category[] | undefined;

/** The atlas's categories; read once, they do not change under a running process. */
export const categories = (): readonly Category[] => (loaded ??= loadCategories());

export const categoryById = (id: string): Category | undefined =>
  categories().find((category) => category.id === id);

/** The category that a file's word names: an id, or a name in either language. */
export function categoryNamed(word: string): Category | undefined {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return undefined;
  return categories().find(
    ({ id, name }) => id === wanted || name.zh === word.trim() || name.en.toLowerCase() === wanted,
  );
}

/** Where a title belongs by its words; the fallback when they say nothing. */
export const categoryOfTitle = (title: string): Category =>
  classifyTitle(categories(), title).category;
