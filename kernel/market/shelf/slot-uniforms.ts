/**
 * The uniforms of a page's slots: the Philox blocks of many offers at one shelf and time, two at a
 * time. The same numbers as `kernel/random/philox.ts` gives, which the tests hold.
 *
 * The 64-bit products are taken as `BigInt.asUintN(64, a * b)`, which compilers turn into one
 * machine multiplication, and read back in halves from memory. Two blocks are under way at once,
 * because each waits for its own multiplications.
 */
import { assertLittleEndian } from "../../number/endianness.ts";
import { uniformOfWords } from "../../random/uniform.ts";

assertLittleEndian();

const multiplier0 = 0xd2511f53n;
const multiplier1 = 0xcd9e8d57n;

const products = new BigUint64Array(4);
/** Low and high halves of the products, in turn. */
const halves = new Int32Array(products.buffer);

/** Uniforms of one page, and the entities they are drawn for. */
export type SlotUniforms = {
  readonly entity: Int32Array;
  /** Words 0 and 1 of each entity's block. */
  readonly first: Float64Array;
  /** Words 2 and 3. */
  readonly second: Float64Array;
};

/** Room for `slots` entities, and one more to make the last pair whole. */
export function newSlotUniforms(slots: number): SlotUniforms {
  const room = slots + (slots % 2);
  return {
    entity: new Int32Array(room),
    first: new Float64Array(room),
    second: new Float64Array(room),
  };
}

/** Writes both uniforms of the first `count` entities at (entity, c1, c2, c3). */
export function drawUniforms(
  { entity, first, second }: SlotUniforms,
  count: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  for (let slot = 0; slot < count; slot += 2) {
    let a0 = entity[slot]!;
    let b0 = entity[slot + 1]!;
    let [a1, a2, a3] = [c1, c2, c3];
    let [b1, b2, b3] = [c1, c2, c3];
    let key0 = k0;
    let key1 = k1;
    for (let round = 0; round < 10; round++) {
      products[0] = BigInt.asUintN(64, BigInt(a0 >>> 0) * multiplier0);
      products[1] = BigInt.asUintN(64, BigInt(a2 >>> 0) * multiplier1);
      products[2] = BigInt.asUintN(64, BigInt(b0 >>> 0) * multiplier0);
      products[3] = BigInt.asUintN(64, BigInt(b2 >>> 0) * multiplier1);
      a0 = halves[3]! ^ a1 ^ key0;
      a2 = halves[1]! ^ a3 ^ key1;
      a1 = halves[2]!;
      a3 = halves[0]!;
      b0 = halves[7]! ^ b1 ^ key0;
      b2 = halves[5]! ^ b3 ^ key1;
      b1 = halves[6]!;
      b3 = halves[4]!;
      key0 = (key0 + 0x9e3779b9) | 0;
      key1 = (key1 + 0xbb67ae85) | 0;
    }
    first[slot] = uniformOfWords(a0, a1);
    second[slot] = uniformOfWords(a2, a3);
    first[slot + 1] = uniformOfWords(b0, b1);
    second[slot + 1] = uniformOfWords(b2, b3);
  }
}
