import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadCategories, parseCategory, queriesPerCategory, searchLanguages } from "./category.ts";

const categories = loadCategories();
const bottles = readFileSync(join(import.meta.dirname, "x-insulated-bottles.json"), "utf8");

test("there are forty categories, each in a file of its own name", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".json"));
  assert.equal(files.length, 40);
  assert.deepEqual(files.toSorted(), categories.map(({ id }) => `${id}.json`).toSorted());
});

test("categories are ranked by traffic without gap or tie", () => {
  assert.deepEqual(
    categories.map(({ order }) => order),
    categories.map((_, index) => index + 1),
  );
});

test("exactly one category takes what no other does", () => {
  const fallbacks = categories.filter(({ isFallback }) => isFallback);
  assert.deepEqual(
    fallbacks.map(({ id }) => id),
    ["x-gifts-decor"],
  );
});

test("every category has five searches in all seven languages, the busiest first", () => {
  for (const { id, queries } of categories) {
    assert.equal(queries.length, queriesPerCategory, id);
    const shares = queries.map(({ visitShareBp }) => visitShareBp);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
      id,
    );
    for (const { phrases } of queries) {
      assert.deepEqual(Object.keys(phrases).toSorted(), [...searchLanguages].toSorted(), id);
      for (const language of searchLanguages) assert.ok(phrases[language].terms.length >= 2, id);
    }
  }
});

test("no two searches of a category are the same in any language", () => {
  for (const language of searchLanguages) {
    for (const { id, queries } of categories) {
      const phrases = queries.map((query) => query.phrases[language].phrase);
      assert.equal(new Set(phrases).size, phrases.length, `${id} ${language}`);
    }
  }
});

test("each language is written in its own script", () => {
  const scripts = {
    ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    ko: /\p{Script=Hangul}/u,
  };
  for (const { id, queries } of categories) {
    for (const { phrases } of queries) {
      for (const language of searchLanguages) {
        const { phrase } = phrases[language];
        if (language === "ja" || language === "ko") assert.match(phrase, scripts[language], id);
        else assert.match(phrase, /^[\p{Script=Latin}\p{Number} '-]+$/u, `${id} ${language}`);
      }
    }
  }
});

test("no attribute, value or word of a title is listed twice in a category", () => {
  for (const { id, attributes, words } of categories) {
    const lists = [
      attributes.map(({ key }) => key),
      ...attributes.map(({ values }) => (values ?? []).map((value) => value.id)),
      words.en,
      words.zh,
    ];
    for (const list of lists) assert.equal(new Set(list).size, list.length, id);
  }
});

test("no word of a title speaks for two categories", () => {
  const words = categories.flatMap((category) => [...category.words.en, ...category.words.zh]);
  const twice = words.filter((word, index) => words.indexOf(word) !== index);
  assert.deepEqual(twice, []);
});

test("the HS chapter of every category exists", (context) => {
  const table = join(import.meta.dirname, "../../../shared/data/trade/hs-harmonized-system.csv");
  if (!existsSync(table)) return context.skip("the table of the Harmonized System is not here");
  const chapters = new Set(
    [...readFileSync(table, "utf8").matchAll(/^[^,]+,(\d{2}),/gm)].map((row) => row[1]),
  );
  assert.equal(chapters.size, 97);
  for (const { id, hsChapter } of categories) assert.ok(chapters.has(hsChapter), id);
});

test("what is loaded cannot be changed", () => {
  const [first] = categories;
  assert.ok(first !== undefined && Object.isFrozen(categories));
  const parts = [
    first,
    first.name,
    first.monthsBp,
    first.queries,
    first.queries[0]?.phrases.en.terms,
  ];
  for (const part of parts) assert.ok(Object.isFrozen(part));
});

test("a broken category is refused with its reason", () => {
  const sound = JSON.parse(bottles);
  const query = sound.queries[0];
  const en = query.phrases.en;
  const broken: [RegExp, object][] = [
    [/months average/, { ...sound, monthsBp: sound.monthsBp.with(0, 1) }],
    [
      /share all visits/,
      { ...sound, queries: sound.queries.with(0, { ...query, visitShareBp: 1 }) },
    ],
    [/a word of its phrase/, withEnglish({ ...en, phrase: "insulated flask" })],
    [/said twice/, withEnglish({ ...en, terms: [...en.terms, en.terms[0]] })],
    [/lower case/, withEnglish({ phrase: "Insulated", terms: [{ term: "Insulated" }] })],
    [/required/, { ...sound, attributes: [{ ...sound.attributes[0], required: false }] }],
    [/phrases/, { ...sound, queries: sound.queries.with(0, { ...query, phrases: { en } }) }],
    [/isFallback/, { ...sound, isFallback: "no" }],
    [/unknown/i, { ...sound, unknown: 1 }],
  ];
  for (const [reason, category] of broken) {
    assert.throws(() => parseCategory(JSON.stringify(category)), reason);
  }

  function withEnglish(phrase: object) {
    const phrases = { ...query.phrases, en: phrase };
    return { ...sound, queries: sound.queries.with(0, { ...query, phrases }) };
  }
});
