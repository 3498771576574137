import assert from "node:assert/strict";
import { test } from "node:test";
import { guessBytes, guessLanguage } from "./guess-language.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a table with Chinese signs is Chinese, one without is English", () => {
  assert.equal(guessLanguage(bytes("Handle,Title\ncup,保温杯")), "zh");
  assert.equal(guessLanguage(bytes("Handle,Title\ncup,Café mug")), "en");
});

test("a table that is not UTF-8 was written by a Chinese Excel", () => {
  assert.equal(guessLanguage(Uint8Array.of(0xb1, 0xa3, 0xce, 0xc2, 0xb1, 0xad)), "zh");
});

test("a packed file does not show its words", () => {
  assert.equal(guessLanguage(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14)), null);
});

test("a picture that was chosen by mistake is in no language", () => {
  assert.equal(guessLanguage(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10)), null);
});

test("a sign that is cut in two by the end of what is looked at says nothing", () => {
  const cut = bytes(`${"a".repeat(guessBytes - 1)}é`).slice(0, guessBytes);
  assert.equal(guessLanguage(cut), "en");
});
