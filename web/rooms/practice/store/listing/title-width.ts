import { isSyllabic } from "@echelon/kernel/market/listing/words.ts";

/** Columns a title takes: a syllabic character counts two, as the listing's rules count it. */
export function titleWidth(title: string): number {
  let columns = 0;
  for (const character of title.trim()) columns += isSyllabic(character) ? 2 : 1;
  return columns;
}
