/**
 * SimHash: texts that share most of their 4-grams get hashes that differ in few bits (Charikar,
 * "Similarity estimation techniques from rounding algorithms", 2002).
 */
import { plainText } from "./plain.ts";

const gramChars = 4;
/** Below this a text says too little to be told from another one by its letters. */
export const hashedCharsMin = 24;

const half = 32;

/** 64 bits as a signed bigint, as databases keep it; null for a text that is too short. */
export function textHash(text: string): bigint | null {
  const plain = plainText(text);
  if (plain.length < hashedCharsMin) return null;
  const votes = new Int32Array(2 * half);
  for (let at = 0; at + gramChars <= plain.length; at += 1) {
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let next = at; next < at + gramChars; next += 1) {
      const unit = plain.charCodeAt(next);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b);
    }
    vote(votes, 0, mixed(low));
    vote(votes, half, mixed(high));
  }
  return BigInt.asIntN(64, (BigInt(wordOf(votes, half)) << 32n) | BigInt(wordOf(votes, 0)));
}

/** The finalizer of MurmurHash3: every bit of the sum reaches every bit of the hash. */
function mixed(hash: number): number {
  let word = hash ^ (hash >>> 16);
  word = Math.imul(word, 0x85ebca6b);
  word ^= word >>> 13;
  word = Math.imul(word, 0xc2b2ae35);
  return word ^ (word >>> 16);
}

function vote(votes: Int32Array, from: number, word: number): void {
  for (let bit = 0; bit < half; bit += 1) votes[from + bit]! += ((word >>> bit) & 1) * 2 - 1;
}

function wordOf(votes: Int32Array, from: number): number {
  let word = 0;
  for (let bit = 0; bit < half; bit += 1) if (votes[from + bit]! > 0) word |= 1 << bit;
  return word >>> 0;
}

/** In how many bits two hashes differ. */
export function bitsApart(a: bigint, b: bigint): number {
  const difference = BigInt.asUintN(64, a ^ b);
  return onesIn(Number(difference & 0xffffffffn)) + onesIn(Number(difference >> 32n));
}

function onesIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
