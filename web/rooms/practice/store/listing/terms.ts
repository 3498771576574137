import { plain } from "../../../../parts/has-words.ts";
import { titleWidthMax } from "./editor-parts.ts";
import { titleWidth } from "./title-width.ts";

/** Where a search's word stands already: the title counts more than the keywords. */
export function placeOfTerm(
  term: string,
  title: string,
  keywords: readonly string[],
): "title" | "keywords" | "nowhere" {
  const word = plain(term);
  if (plain(title).includes(word)) return "title";
  return keywords.some((keyword) => plain(keyword).includes(word)) ? "keywords" : "nowhere";
}

/** The title with a word behind it, unless it is there already or the title has no more room. */
export function withTerm(title: string, term: string): string {
  if (placeOfTerm(term, title, []) === "title") return title;
  const longer = title.trim() === "" ? term : `${title.trim()} ${term}`;
  return titleWidth(longer) > titleWidthMax ? title : longer;
}

/** The keywords with one more, unless it is among them or there is no room. */
export function withKeyword(
  keywords: readonly string[],
  phrase: string,
  countMax: number,
): string[] {
  const isThere = keywords.some((keyword) => plain(keyword) === plain(phrase));
  return isThere || keywords.length >= countMax ? [...keywords] : [...keywords, phrase];
}
