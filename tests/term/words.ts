/** What an able student writes, from what the listing editor shows. */
import type { ListingText } from "@echelon/contract/practice/decision.ts";
import type { ListingEditorView } from "@echelon/contract/practice/products.ts";

const titleCharsMost = 110;
const keywordsMost = 6;

const truthOf = ({ attributes }: ListingEditorView) =>
  Object.fromEntries(attributes.map(({ key, truth }) => [key, truth]));

/** As it stands in the catalog: all that is true of it, and none of what buyers type. */
export const plainWords = (editor: ListingEditorView): ListingText => ({
  title: editor.product.name.en,
  keywords: [],
  text: editor.product.text.en,
  attributes: truthOf(editor),
  photoLevel: 1,
});

/** With the words of the commonest searches, and a text that says what it is. */
export function searchedWords(editor: ListingEditorView): ListingText {
  const phrases = editor.keywords.map(({ phrase }) => phrase);
  return {
    ...plainWords(editor),
    title: titleOf([editor.product.name.en, ...phrases]),
    keywords: phrases.slice(0, keywordsMost),
    text: `${editor.product.text.en} ${promise(phrases)}`,
  };
}

/** A post or a page that names what the store sells by what its buyers type. */
export const creativeWords = (phrases: readonly string[]): string =>
  `${promise(phrases)} Every parcel has a tracking number. ` +
  "Questions are answered on the same day.";

const promise = (phrases: readonly string[]) =>
  `For who looks for ${phrases.slice(0, 4).join(", ")}: ` +
  "made with care, with all that you need to know on the page.";

/** Words in order, none twice, to a good length. */
function titleOf(parts: readonly string[]): string {
  const words: string[] = [];
  const used = new Set<string>();
  for (const word of parts.flatMap((part) => part.split(/\s+/))) {
    const stem = word.toLowerCase().replace(/s$/, "");
    if (used.has(stem)) continue;
    if ([...words, word].join(" ").length > titleCharsMost) break;
    used.add(stem);
    words.push(word);
  }
  return words.join(" ");
}
