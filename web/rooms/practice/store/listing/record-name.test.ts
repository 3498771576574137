import assert from "node:assert/strict";
import { test } from "node:test";
import { recordName } from "./record-name.ts";

const steel = { id: "stainless-steel", name: { zh: "不锈钢", en: "Stainless steel" } };
const material = { unit: null, values: [steel] };
const zh = (name: { zh: string }) => name.zh;
const en = (name: { en: string }) => name.en;

test("a choice of the record is named for the reader, beside the word that may be written", () => {
  assert.equal(recordName("stainless-steel", material, zh), "不锈钢 · stainless-steel");
  assert.equal(recordName("stainless-steel", material, en), "Stainless steel");
});

test("a number of the record has its unit, and free words stay as they are", () => {
  assert.equal(recordName("500", { unit: "ml", values: [] }, zh), "500 ml");
  assert.equal(recordName("brushed", material, en), "brushed");
  assert.equal(recordName("500", undefined, en), "500");
});
