import type { ListingText } from "@echelon/contract/practice/decision.ts";
import type { Editor } from "./desk.ts";

const titleCharsMost = 120;

/** The product's name and nothing else, as who has not looked at the searches writes. */
export function nameAlone({ product }: Editor): ListingText {
  const title = product.name.en.slice(0, titleCharsMost);
  return { title, keywords: [], text: title, attributes: {}, photoLevel: 0 };
}

/**
 * The words of the keyword table: searches that fit the product by what its name says, the most
 * searched first, with the attributes as they are.
 */
export function searchedWords(editor: Editor, photoLevel: 0 | 1 | 2 | 3 = 0): ListingText {
  const { product, keywords, attributes } = editor;
  const own = new Set(wordsOf(`${product.name.en} ${Object.values(product.attributes).join(" ")}`));
  const fits = (terms: readonly string[]) =>
    terms.filter((term) => wordsOf(term).some((word) => own.has(word))).length;
  const phrases = keywords
    .toSorted((a, b) => fits(b.terms) - fits(a.terms) || b.visits - a.visits)
    .slice(0, 3)
    .map(({ phrase }) => phrase);
  const fitting = keywords.filter(({ terms }) => fits(terms) > 0).map(({ phrase }) => phrase);
  const chosen = fitting.length > 0 ? phrases.filter((one) => fitting.includes(one)) : phrases;
  return {
    title: titleOf([product.name.en, ...chosen]),
    keywords: chosen,
    text: `${product.text.en} ${chosen.join(". ")}`.slice(0, 1_500),
    attributes: Object.fromEntries(attributes.map(({ key, truth }) => [key, truth])),
    photoLevel,
  };
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Each part as long as there is room for all of it. */
function titleOf(parts: readonly string[]): string {
  let title = "";
  for (const part of parts) {
    const longer = title === "" ? part : `${title}, ${part}`;
    if (longer.length <= titleCharsMost) title = longer;
  }
  return title;
}
