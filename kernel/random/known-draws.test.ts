import { test } from "node:test";
import assert from "node:assert/strict";
import { hex, mixInt32, newHash } from "../number/fnv.ts";
import { binomial } from "./binomial.ts";
import { erlang } from "./erlang.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { mix32, offerHash, rankNoise, shelfKey } from "./mix.ts";
import { normal } from "./normal.ts";
import { permutation } from "./permutation.ts";
import { poisson } from "./poisson.ts";
import { address } from "./purpose.ts";

// Why: a stored season is replayed from its seed. A sampler that draws differently, even from the
// right distribution, would change every season there is; that needs a new engine version.

const key = { k0: 0xa4093822, k1: 0x299f31d0 };
const c3 = address(7);

/** The digest of two thousand draws, real numbers counted in millionths. */
function digest(draw: (entity: number) => number): string {
  const hash = newHash();
  for (let i = 0; i < 2000; i++) mixInt32(hash, Math.floor(draw(i)));
  return hex(hash);
}

const drawn: Record<string, (entity: number) => number> = {
  "Poisson 0.3": (i) => poisson(0.3, i, 1, 2, c3, key),
  "Poisson 8": (i) => poisson(8, i, 1, 2, c3, key),
  "Poisson 60": (i) => poisson(60, i, 1, 2, c3, key),
  "binomial 30, 0.1": (i) => binomial(30, 0.1, i, 1, 2, c3, key),
  "binomial 30, 0.9": (i) => binomial(30, 0.9, i, 1, 2, c3, key),
  "binomial 300, 0.4": (i) => binomial(300, 0.4, i, 1, 2, c3, key),
  "hypergeometric 7, 40, 20": (i) => hypergeometric(7, 40, 20, i, 1, 2, c3, key),
  "hypergeometric 5000, 12000, 6000": (i) => hypergeometric(5000, 12_000, 6000, i, 1, 2, c3, key),
  normal: (i) => 1e6 * normal(i, 1, 2, c3, key),
  "Erlang 5": (i) => 1e6 * erlang(10, 5, i, 1, 2, c3, key),
  "rank noise": (i) => 1e6 * rankNoise(shelfKey(3, 17, key), offerHash(i)),
  mixer: mix32,
  permutation: (i) => Number(permutation(6, i, 1, 2, c3, key).join("")),
};

const recorded: Record<string, string> = {
  "Poisson 0.3": "fff23e57fdf5468d",
  "Poisson 8": "559b8d4f453be5b2",
  "Poisson 60": "79c6fe2a9aeac473",
  "binomial 30, 0.1": "ab1558d98f76caa6",
  "binomial 30, 0.9": "ac86dd5624332c1c",
  "binomial 300, 0.4": "34fdbc5ddd768a7c",
  "hypergeometric 7, 40, 20": "b5cb7f25aa500988",
  "hypergeometric 5000, 12000, 6000": "9ef3515d48df33f0",
  normal: "7fa581e8ec7443f1",
  "Erlang 5": "7a23d04e553164a9",
  "rank noise": "d395dcf637745453",
  mixer: "3cc64a6bc590a0d8",
  permutation: "302e04da08111e42",
};

for (const [name, draw] of Object.entries(drawn)) {
  test(`the draws of stored seasons stay what they were: ${name}`, () => {
    assert.equal(digest(draw), recorded[name]);
  });
}
