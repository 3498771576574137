import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { buyerName, loadBuyerNames, loadSuggestions } from "./names.ts";

const countries = loadBuyerNames();
const suggestions = loadSuggestions();

test("each of the ten countries has forty given and forty family names, none twice", () => {
  const expected = ["au", "ca", "de", "es", "fr", "gb", "jp", "kr", "pl", "us"];
  assert.deepEqual(Object.keys(countries), expected);
  for (const [country, { given, family }] of Object.entries(countries)) {
    for (const list of [given, family]) {
      assert.equal(new Set(list).size, 40, country);
      for (const name of list) {
        assert.match(name, /^\p{Lu}[\p{Script=Latin}]+(?:-\p{Lu}[\p{Script=Latin}]+)*$/u, country);
      }
    }
  }
});

test("a country's 1,600 combinations are all drawn before one comes again", () => {
  for (const [country, names] of Object.entries(countries)) {
    const drawn = Array.from({ length: 1600 }, (_, draw) => buyerName(names, draw));
    assert.equal(new Set(drawn).size, 1600, country);
    assert.equal(buyerName(names, 1600), drawn[0], country);
  }
});

test("the family name stands first where the country writes it so", () => {
  const names = { given: ["Yui"], family: ["Hoshimori"] };
  assert.equal(buyerName({ ...names, order: "family-given" }, 0), "Hoshimori Yui");
  assert.equal(buyerName({ ...names, order: "given-family" }, 0), "Yui Hoshimori");
  const familyFirst = Object.keys(countries).filter(
    (country) => countries[country]?.order === "family-given",
  );
  assert.deepEqual(familyFirst, ["jp", "kr"]);
});

test("sixty store names and forty nicknames are suggested in both languages, none twice", () => {
  assert.deepEqual([suggestions.stores.length, suggestions.nicknames.length], [60, 40]);
  for (const list of [suggestions.stores, suggestions.nicknames]) {
    assert.equal(new Set(list.map(({ zh }) => zh)).size, list.length);
    assert.equal(new Set(list.map(({ en }) => en)).size, list.length);
    for (const { zh, en } of list) {
      assert.match(zh, /^\p{Script=Han}+$/u);
      assert.match(en, /^[A-Za-z][A-Za-z &-]+$/);
    }
  }
});

test("what is loaded cannot be changed", () => {
  assert.ok(Object.isFrozen(countries) && Object.isFrozen(countries["us"]?.given));
  assert.ok(Object.isFrozen(suggestions) && Object.isFrozen(suggestions.stores[0]));
});

test("a list that is too short is refused with its file", () => {
  const copy = mkdtempSync(join(tmpdir(), "names-"));
  try {
    cpSync(import.meta.dirname, copy, { recursive: true });
    const short = { order: "given-family", given: ["Emma"], family: ["Foxglen"] };
    writeFileSync(join(copy, "us.json"), JSON.stringify(short));
    assert.throws(() => loadBuyerNames(copy), /us\.json: .*given/s);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
