/**
 * Philox4x32-10, a counter-based generator: a block of four random words is a pure function of its
 * 128-bit address and a 64-bit key, so no draw depends on which draws came before it.
 *
 * Salmon, Moraes, Dror, Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011. The 32 × 32
 * bit products are taken by 16-bit halves, four times as fast as bigint.
 */

/** The key of a season: two 32-bit words, from a secret that the server keeps. */
export interface Key {
  readonly k0: number;
  readonly k1: number;
}

/** The last block drawn. It is overwritten by every draw: read it at once. */
export const block = new Uint32Array(4);

/**
 * Fills `block` with the four random words at an address. Words count modulo 2^32.
 *
 * @param c0  number of the entity
 * @param c1  shelf, market, pool or unit
 * @param c2  4 · day + slice (slice 0 for what happens once a day)
 * @param c3  purpose and index, from `address`
 */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  for (let round = 0; round < 10; round++) {
    c0 >>>= 0;
    c2 >>>= 0;
    let low = c0 & 0xffff;
    let high = c0 >>> 16;
    let cross = low * 0x1f53;
    let upper = high * 0x1f53 + (cross >>> 16);
    let middle = low * 0xd251 + (upper & 0xffff);
    const high0 = (high * 0xd251 + (upper >>> 16) + (middle >>> 16)) | 0;
    const low0 = Math.imul(c0, 0xd2511f53);
    low = c2 & 0xffff;
    high = c2 >>> 16;
    cross = low * 0x8d57;
    upper = high * 0x8d57 + (cross >>> 16);
    middle = low * 0xcd9e + (upper & 0xffff);
    const high1 = (high * 0xcd9e + (upper >>> 16) + (middle >>> 16)) | 0;
    const low1 = Math.imul(c2, 0xcd9e8d57);
    c0 = high1 ^ c1 ^ k0;
    c2 = high0 ^ c3 ^ k1;
    c1 = low1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}

/** A key from 16 hexadecimal characters, the high word first. Throws RangeError otherwise. */
export function keyFromHex(text: string): Key {
  if (!/^[0-9a-f]{16}$/i.test(text)) throw new RangeError("a key is 16 hexadecimal characters");
  return { k0: Number.parseInt(text.slice(0, 8), 16), k1: Number.parseInt(text.slice(8), 16) };
}
