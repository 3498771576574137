/** A text as it is compared: wide letters of a Chinese keyboard and capitals are the plain ones. */
export const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a text has every word that was typed to find it, in whatever order. */
export function hasWords(text: string, words: string): boolean {
  const sought = plain(text);
  return plain(words)
    .split(/\s+/)
    .every((word) => sought.includes(word));
}
