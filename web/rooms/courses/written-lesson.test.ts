import assert from "node:assert/strict";
import { test } from "node:test";
import { type Draft, isWhole, nothingTyped, typedOf, writtenOf } from "./written-lesson.ts";

const shipped = { name: { zh: "定价", en: "Prices" }, zh: "正文", en: "Text" };
const draft: Draft = { name: null, zh: null, en: null, shipped, number: 0, versions: [] };

test("an untouched lesson keeps nothing, and a translated one keeps that language alone", () => {
  const typed = typedOf(draft);
  assert.deepEqual(writtenOf(typed, shipped), { name: null, zh: null, en: null });
  assert.deepEqual(writtenOf({ ...typed, en: "Our text" }, shipped), {
    name: null,
    zh: null,
    en: "Our text",
  });
  const named = writtenOf({ ...typed, nameEn: "Our prices" }, shipped);
  assert.deepEqual(named.name, { zh: "定价", en: "Our prices" });
});

test("what a class wrote stands in the fields, and what it left stands as it ships", () => {
  const typed = typedOf({ ...draft, zh: "我们的话", number: 2 });
  assert.deepEqual([typed.zh, typed.en, typed.nameZh], ["我们的话", "Text", "定价"]);
});

test("a lesson of one's own has both names and one text at least", () => {
  assert.equal(isWhole(nothingTyped), false);
  assert.equal(isWhole({ nameZh: "案例", nameEn: "Case", zh: "话", en: "" }), true);
  assert.equal(isWhole({ nameZh: "案例", nameEn: " ", zh: "话", en: "" }), false);
  assert.deepEqual(writtenOf({ nameZh: "案例", nameEn: "Case", zh: "话", en: " " }, null), {
    name: { zh: "案例", en: "Case" },
    zh: "话",
    en: null,
  });
});
