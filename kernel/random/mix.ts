/**
 * A 32-bit mixer for rank noise: at 5 ns a call it is the one thing cheap enough for a score of
 * every offer on every shelf. Everything else uses Philox.
 */

import { log } from "../number/log.ts";
import type { Key } from "./philox.ts";

/**
 * A bijection of 32-bit words in which every input bit moves every output bit about half the time:
 * two rounds of xorshift and multiplication (C. Wellons, github.com/skeeto/hash-prospector).
 */
export function mix32(word: number): number {
  word ^= word >>> 16;
  word = Math.imul(word, 0x21f0aaad);
  word ^= word >>> 15;
  word = Math.imul(word, 0x735a2d97);
  return word ^ (word >>> 15);
}

/** The key of one shelf's rank lottery on one day. */
export function shelfKey(day: number, shelf: number, key: Key): number {
  return mix32(mix32(mix32(day ^ key.k0) ^ key.k1) + shelf);
}

/** The hash by which an offer takes part in every lottery; computed once from its number. */
export function offerHash(offer: number): number {
  return mix32(offer + 0x9e3779b9);
}

const QUANTILES = 4096;

/** The standard Gumbel quantiles at (i + ½) / 4096. */
export const gumbelQuantiles = gumbelTable();

function gumbelTable(): Float64Array {
  const table = new Float64Array(QUANTILES);
  for (let i = 0; i < QUANTILES; i++) table[i] = -log(-log((i + 0.5) / QUANTILES));
  return table;
}

/** A standard Gumbel number for an offer on a shelf: location 0, scale 1. */
export function rankNoise(shelf: number, offer: number): number {
  return gumbelQuantiles[mix32(shelf ^ offer) >>> 20]!;
}
