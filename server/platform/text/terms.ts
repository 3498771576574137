/** Scripts that are written without spaces: Chinese, Japanese, Korean. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;

const words = /[\p{L}\p{N}]+/gu;
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, "gu");
const isUnspaced = new RegExp(`^[${unspaced}]`, "u");

const termsMax = 500;

/**
 * The search terms of a text, for a `text[]` column with a GIN index.
 *
 * Chinese is cut into pairs of characters, because a trigram index misses words of two characters,
 * the usual case; other words stay whole. Case and width do not matter (NFKC, lower case).
 *
 * @example termsOf("户外帐篷 Tent 2P") // ["户外", "外帐", "帐篷", "tent", "2p"]
 */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const run of runsOf(text)) {
    for (const term of isUnspaced.test(run) ? pairsOf(run) : [run]) terms.add(term);
    if (terms.size >= termsMax) break;
  }
  return [...terms].slice(0, termsMax);
}

function runsOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  return [...plain.matchAll(words)].flatMap(([word]) => word.match(runs) ?? []);
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** A text as the substring check after `terms @> $1` compares it. */
export function plainText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
