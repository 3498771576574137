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

/** The category that a title speaks for, and the words of it that decided. */
export interface TitleGuess {
  readonly category: string;
  readonly words: string;
}

/**
 * What the titles of a product speak for; without a known word, the category for the rest. It costs
 * half a millisecond, so a file's thousands are guessed in the thread that reads it.
 */
export function guessCategory(title: { readonly zh: string; readonly en: string }): TitleGuess {
  const { category, because } = classifyTitle(categories(), `${title.zh} ${title.en}`.trim());
  return { category: category.id, words: because.join(", ").slice(0, 100) };
}
