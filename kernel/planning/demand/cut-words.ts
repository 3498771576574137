/**
 * Cuts text into words: the longest word of our own dictionary wherever one begins, and what lies
 * between by a cutter that is handed in, because what a language's words are is not the kernel's.
 */
import { plainText } from "./plain.ts";

/** Cuts a run without words of the dictionary; results depend on it, so its version is kept. */
export type RestCutter = (run: string) => readonly string[];

export type Cutter = (text: string) => string[];

/**
 * @param dictionary words to keep whole, of two letters or more, that are not of the Latin script:
 *   those are cut at blanks anyway
 */
export function wordCutter(dictionary: readonly string[], cutRest: RestCutter): Cutter {
  const byFirst = new Map<string, string[]>();
  for (const word of new Set(dictionary.map(plainText))) {
    if (word.length < 2) continue;
    const same = byFirst.get(word[0]!);
    if (same === undefined) byFirst.set(word[0]!, [word]);
    else same.push(word);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.length - a.length);
  return (text) => {
    const plain = plainText(text);
    const words: string[] = [];
    let from = 0;
    for (let at = 0; at < plain.length;) {
      const word = byFirst.get(plain[at]!)?.find((one) => plain.startsWith(one, at));
      if (word === undefined) {
        at += 1;
        continue;
      }
      if (from < at) words.push(...cutRest(plain.slice(from, at)));
      words.push(word);
      at += word.length;
      from = at;
    }
    if (from < plain.length) words.push(...cutRest(plain.slice(from)));
    return words;
  };
}
