/**
 * The digest of the state: two 32-bit lanes in the manner of FNV-1a (Fowler, Noll, Vo).
 *
 * It names the first day that differs between two replays; it is no defence against forgery (for
 * publication the server adds SHA-256). It departs from FNV-1a in two ways, for speed and strength:
 * it takes 32-bit little-endian words instead of bytes, and after each multiplication folds the
 * high half down, because without it two flips of a word's top bit would cancel. Lane 0 keeps FNV's
 * offset and prime; lane 1 has its own, reads the word turned by 16 bits, and folds further.
 */

import { assertLittleEndian } from "./endianness.ts";

assertLittleEndian();

const OFFSET_0 = 0x811c9dc5;
const OFFSET_1 = 0x9e3779b9;
const PRIME_0 = 0x01000193;
const PRIME_1 = 0x85ebca6b;

/** A running digest: two unsigned words, changed in place. */
export type Hash = Uint32Array;

/** A digest of nothing yet. */
export function newHash(): Hash {
  return new Uint32Array([OFFSET_0, OFFSET_1]);
}

/** Mixes one 32-bit word; signed and unsigned forms of the same bits count as equal. */
export function mixInt32(hash: Hash, word: number): void {
  let a = Math.imul(hash[0]! ^ word, PRIME_0);
  let b = Math.imul(hash[1]! ^ ((word << 16) | (word >>> 16)), PRIME_1);
  a ^= a >>> 13;
  b ^= b >>> 15;
  hash[0] = a;
  hash[1] = b;
}

/**
 * Mixes a column: its length in bytes, then its bytes as words, the last one filled with zeros.
 * The length keeps two columns from passing for one another when a byte moves between them.
 */
export function mixBytes(hash: Hash, view: ArrayBufferView): void {
  mixInt32(hash, view.byteLength);
  const whole = view.byteLength >>> 2;
  if (view.byteOffset % 4 === 0) {
    mixWords(hash, new Uint32Array(view.buffer, view.byteOffset, whole));
  } else {
    const reader = new DataView(view.buffer, view.byteOffset, view.byteLength);
    for (let i = 0; i < whole; i++) mixInt32(hash, reader.getUint32(4 * i, true));
  }
  const rest = view.byteLength & 3;
  if (rest === 0) return;
  const tail = new Uint8Array(view.buffer, view.byteOffset + 4 * whole, rest);
  mixInt32(hash, tail[0]! | ((tail[1] ?? 0) << 8) | ((tail[2] ?? 0) << 16));
}

function mixWords(hash: Hash, words: Uint32Array): void {
  let a = hash[0]! | 0;
  let b = hash[1]! | 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    a = Math.imul(a ^ word, PRIME_0);
    b = Math.imul(b ^ ((word << 16) | (word >>> 16)), PRIME_1);
    a ^= a >>> 13;
    b ^= b >>> 15;
  }
  hash[0] = a;
  hash[1] = b;
}

/** The digest as 16 lower-case hexadecimal characters, lane 0 first. */
export function hex(hash: Hash): string {
  return wordHex(hash[0]!) + wordHex(hash[1]!);
}

function wordHex(word: number): string {
  return word.toString(16).padStart(8, "0");
}
