import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { plainText, termsOf } from "./terms.ts";

suite("search terms", () => {
  test("are pairs of characters in Chinese and whole words elsewhere", () => {
    assert.deepEqual(termsOf("户外帐篷 Tent 2P"), ["户外", "外帐", "帐篷", "tent", "2p"]);
    assert.deepEqual(termsOf("杯"), ["杯"]);
    assert.deepEqual(termsOf("304不锈钢cup"), ["304", "不锈", "锈钢", "cup"]);
    assert.deepEqual(termsOf("ＡＢＣ café"), ["abc", "café"]);
    assert.deepEqual(termsOf(" —!? "), []);
  });

  test("of a part of a Chinese text are among the terms of the whole", () => {
    // Why: a search for two characters must find every name that holds them.
    const word = fc.array(fc.constantFrom(..."帐篷户外榨汁机"), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(word, fc.nat(), (characters, at) => {
        const text = characters.join("");
        const start = at % (characters.length - 1);
        const pair = text.slice(start, start + 2);
        return termsOf(text).includes(pair) && plainText(text).includes(pair);
      }),
    );
  });
});
