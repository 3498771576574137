/**
 * Which category a product's title speaks for. It sorts an imported catalog into categories
 * before anyone has looked at it; the mentor corrects what it got wrong.
 */
import type { Category } from "./category.ts";

export type Classification = {
  readonly category: Category;
  /** The words of the title that decided, as the category lists them; empty for the fallback. */
  readonly because: readonly string[];
};

/** A listed word, as it reads once normalized, and where it stands in the title. */
type Word = {
  readonly listed: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

/**
 * Longer names count more than short ones, and a part of the title counts once: "lunch bag" is a
 * bag, "tea bag plate" a plate, because the longest name wins and, between equals, the one nearest
 * the end, where English and Chinese both put the thing itself. What follows "with", "for" or "in"
 * is heard only if nothing before it is known. Ties end at the category's order.
 *
 * @param categories as loaded, exactly one of them the fallback
 */
export function classifyTitle(categories: readonly Category[], title: string): Classification {
  const plain = normalize(title);
  const [head = plain] = plain.split(/ (?:with|for|in) /);
  return best(categories, head) ?? best(categories, plain) ?? fallback(categories);
}

function best(categories: readonly Category[], title: string): Classification | undefined {
  const hits = categories
    .flatMap((category) => hitsOf(category, title))
    .filter(({ word }, _, all) => !all.some((other) => covers(other.word, word)));
  let winner: { category: Category; hits: readonly Word[]; score: number; end: number } | undefined;
  for (const category of categories) {
    const own = hits.filter((hit) => hit.category === category).map((hit) => hit.word);
    if (own.length === 0) continue;
    const score = own.reduce((total, word) => total + strength(word.text) ** 2, 0);
    const end = Math.max(...own.map((word) => word.to));
    const isBetter =
      winner === undefined || score > winner.score || (score === winner.score && end > winner.end);
    if (isBetter) winner = { category, hits: own, score, end };
  }
  if (winner === undefined) return undefined;
  return { category: winner.category, because: winner.hits.map((word) => word.listed) };
}

function hitsOf(category: Category, title: string) {
  const spaced = ` ${title} `;
  return vocabulary(category)
    .map(({ listed, text }) => {
      const from = isChinese(text) ? title.indexOf(text) : spaced.indexOf(` ${text} `);
      return { category, word: { listed, text, from, to: from + text.length } };
    })
    .filter(({ word }) => word.from >= 0);
}

/** Normalized once for each category, because a catalog asks for every one of its titles. */
const vocabularies = new WeakMap<Category, readonly Pick<Word, "listed" | "text">[]>();

function vocabulary(category: Category) {
  const known = vocabularies.get(category);
  if (known !== undefined) return known;
  const listed = [...category.words.en, ...category.words.zh];
  const words = listed.map((word) => ({ listed: word, text: normalize(word) }));
  vocabularies.set(category, words);
  return words;
}

function covers(outer: Word, inner: Word): boolean {
  const isLonger = outer.to - outer.from > inner.to - inner.from;
  return isLonger && outer.from <= inner.from && outer.to >= inner.to;
}

/** An English word counts one, and so do two Chinese characters. */
function strength(text: string): number {
  return isChinese(text) ? text.length / 2 : text.split(" ").length;
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Lower case words in the singular, one space apart: "T-Light Hldrs" becomes "t light hldr". */
function normalize(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’']/g, "")
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== "")
    .map(singular)
    .join(" ");
}

/** Good enough to make the plural and the singular of a word equal, which is all that is asked. */
function singular(word: string): string {
  if (word.length < 3 || word.endsWith("ss") || word.endsWith("us")) return word;
  const one = /(?:x|ch|sh|ss)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
  return one.replace(/ie$/, "y");
}

function fallback(categories: readonly Category[]): Classification {
  const category = categories.find((each) => each.isFallback);
  if (category === undefined) throw new Error("one category must be the fallback");
  return { category, because: [] };
}
