/** What a listing promises beyond the enterprise's record of the product (E10, practice.md 4.3). */
import { superlatives } from "./listing-lexicon.ts";
import type { Hint, ListingInput } from "./listing-input.ts";
import { fold, isSyllabic, stem, wordsOf } from "./words.ts";

const contradiction = 500;
const exceeding = 400;
const understated = 150;
const unfounded = 400;
const superlative = 150;
const superlativesMax = 450;
const claimMax = 2000;

/** Attributes that nobody may state without the enterprise's record behind them. */
const provable = new Set(["certificate", "certification", "function", "waterproof", "capacity"]);

/**
 * The claim beyond truth, thousandths: 0 when honest, at most 2,000. Stated attributes are compared
 * with the record: choices by id, numbers by value, words by whether any is shared. An attribute
 * translated into a language the record does not use cannot be compared by rule and counts as
 * honest.
 */
export function claimOf({ product, category, listing }: ListingInput, hints: Hint[]): number {
  let claim = 0;
  for (const [key, stated] of Object.entries(listing.attributes)) {
    const record = product.attributes[key];
    const choices = category.attributes.find((attribute) => attribute.key === key)?.values ?? [];
    const isChoice = [stated, record].every((value) => choices.some(({ id }) => id === value));
    const excess = isChoice ? differs(stated, record) : excessOf(key, stated, record);
    if (excess === 0) continue;
    claim += excess;
    hints.push({
      code: "listing/claim-beyond-record",
      facts: { attribute: key, stated, record: record ?? "" },
    });
  }
  const text = ` ${fold(`${listing.title} ${listing.text}`)} `;
  const used = superlatives.filter((word) => includesWord(text, fold(word)));
  if (used.length > 0) {
    claim += Math.min(superlativesMax, superlative * used.length);
    hints.push({ code: "listing/superlative", facts: { word: used[0]! } });
  }
  return Math.min(claimMax, claim);
}

const differs = (stated: string, record: string | undefined) =>
  stated === record ? 0 : contradiction;

function includesWord(text: string, word: string): boolean {
  if (isSyllabic(word) || /[^\p{L}\s]/u.test(word)) return text.includes(word);
  return ` ${wordsOf(text).join(" ")} `.includes(` ${word} `);
}

function excessOf(key: string, stated: string, record: string | undefined): number {
  if (stated.trim() === "") return 0;
  if (record === undefined || record.trim() === "") return provable.has(key) ? unfounded : 0;
  const said = firstNumber(stated);
  const recorded = firstNumber(record);
  if (said !== null && recorded !== null && said.unit === recorded.unit) {
    if (said.value > recorded.value * 1.02) return exceeding;
    return said.value < recorded.value * 0.98 ? understated : 0;
  }
  return sharesWord(stated, record) || isTranslated(stated, record) ? 0 : contradiction;
}

function firstNumber(text: string): { readonly value: number; readonly unit: string } | null {
  const match = /(\d+(?:[.,]\d+)?)\s*([a-z%°]*)/u.exec(fold(text));
  return match === null
    ? null
    : { value: Number(match[1]!.replace(",", ".")), unit: match[2] ?? "" };
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(fold(a)).map(stem));
  if (wordsOf(fold(b)).some((word) => words.has(stem(word)))) return true;
  return isSyllabic(a) && isSyllabic(b) && [...a].some((one) => b.includes(one));
}

/** Whether one text is syllabic and the other is not, or neither is plain English. */
function isTranslated(stated: string, record: string): boolean {
  if (isSyllabic(stated) !== isSyllabic(record)) return true;
  return /[^\u0020-\u007e]/u.test(stated) !== /[^\u0020-\u007e]/u.test(record);
}
