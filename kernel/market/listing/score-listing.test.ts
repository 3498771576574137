import { test } from "node:test";
import assert from "node:assert/strict";
import type { ListingText } from "../decisions/decision.ts";
import { queryMatches } from "./keyword-match.ts";
import type { Category, MarketProduct } from "../world/scenario.ts";
import { scoreListing } from "./score-listing.ts";

const cups: Category = {
  id: "drinkware",
  name: { zh: "杯壶", en: "Drinkware" },
  monthsBp: Array.from({ length: 12 }, () => 10_000),
  commissionBp: 1000,
  attributes: [
    { key: "material", name: { zh: "材质", en: "Material" }, required: true },
    { key: "capacity", name: { zh: "容量", en: "Capacity" }, required: true },
    { key: "color", name: { zh: "颜色", en: "Color" }, required: false },
  ],
  queries: [
    {
      visitShareBp: 6000,
      meaning: { zh: "保温水瓶", en: "insulated bottle" },
      phrases: {
        en: {
          phrase: "insulated water bottle",
          terms: [
            { term: "insulated", synonyms: ["thermal", "vacuum"] },
            { term: "water bottle", synonyms: ["flask"] },
          ],
        },
        de: {
          phrase: "thermobecher edelstahl",
          terms: [
            { term: "thermobecher", synonyms: ["isolierbecher"] },
            { term: "edelstahl", synonyms: [] },
          ],
        },
        ja: {
          phrase: "水筒 保温",
          terms: [
            { term: "水筒", synonyms: ["ボトル"] },
            { term: "保温", synonyms: [] },
          ],
        },
      },
    },
    {
      visitShareBp: 4000,
      meaning: { zh: "咖啡杯", en: "coffee mugs" },
      phrases: {
        en: { phrase: "coffee mugs", terms: [{ term: "coffee mugs", synonyms: [] }] },
        de: { phrase: "kaffeebecher", terms: [{ term: "kaffeebecher", synonyms: [] }] },
        ja: { phrase: "コーヒーカップ", terms: [{ term: "コーヒーカップ", synonyms: [] }] },
      },
    },
  ],
};

const bottle: MarketProduct = {
  sku: "YK-500",
  supplier: "yongkang",
  name: { zh: "保温杯", en: "Vacuum bottle" },
  category: 0,
  unitCostMinor: 2600,
  costCurrency: "CNY",
  weightG: 320,
  sizeMm: [70, 70, 240],
  hs10: "9617001100",
  origin: "cn",
  battery: null,
  attributes: { material: "stainless steel 304", capacity: "500 ml", color: "black" },
  moq: 50,
  leadDays: 10,
  defectPpm: 8000,
};

const good: ListingText = {
  title: "Insulated Water Bottle 500 ml Stainless Steel for Hiking, keeps Coffee Mugs warm",
  keywords: ["vacuum flask", "thermal bottle"],
  text: "The bottle keeps drinks hot for hours and is made of steel with a leak-proof lid.",
  attributes: { material: "stainless steel 304", capacity: "500 ml" },
  photoLevel: 2,
};

const score = (listing: ListingText, language = "en", product = bottle) =>
  scoreListing({ product, category: cups, language, listing });

test("a complete honest listing scores well and claims nothing beyond the record", () => {
  const { scores, parts } = score(good);
  assert.ok(scores.contentMilli > 600, `content ${scores.contentMilli}`);
  assert.equal(scores.claimMilli, 0);
  assert.equal(parts.attributesMilli, 1000);
  assert.deepEqual(scores.relevance, [255, 255]);
});

test("an empty listing scores the lowest and is told what is missing", () => {
  const { scores, hints } = score({
    title: "x",
    keywords: [],
    text: "",
    attributes: {},
    photoLevel: 0,
  });
  assert.ok(scores.contentMilli < -300);
  assert.deepEqual(scores.relevance, [0, 0]);
  const codes = hints.map((hint) => hint.code);
  assert.ok(codes.includes("listing/attribute-missing"));
  assert.ok(codes.includes("listing/term-missing"));
  assert.ok(codes.includes("listing/title-length"));
});

test("more than the record is a claim, and a synonym is worth less than the word", () => {
  assert.equal(
    score({ ...good, attributes: { ...good.attributes, capacity: "750 ml" } }).scores.claimMilli,
    400,
  );
  assert.equal(
    score({ ...good, attributes: { ...good.attributes, material: "titanium" } }).scores.claimMilli,
    500,
  );
  const synonym = score({
    ...good,
    title: "Thermal Flask of Stainless Steel, black, 500 ml",
    keywords: [],
  });
  assert.equal(synonym.scores.relevance[0], 204);
});

test("keywords help at four fifths, and each beyond the seventh costs a tenth", () => {
  const plain = {
    ...good,
    title: "Stainless steel, black, for hiking and camping",
    attributes: {},
  };
  assert.equal(
    score({ ...plain, keywords: ["insulated", "water bottle"] }).scores.relevance[0],
    204,
  );
  const many = ["insulated", "water bottle", "a1", "a2", "a3", "a4", "a5", "a6", "a7"];
  assert.equal(score({ ...plain, keywords: many }).scores.relevance[0], 153);
});

test("German compounds and Japanese words without spaces are found", () => {
  const german = score(
    { ...good, title: "Isolierbecher aus Edelstahl mit 500 ml für Kaffee und Tee", keywords: [] },
    "de",
  );
  assert.equal(german.scores.relevance[0], 230);
  assert.equal(german.scores.relevance[1], 128);
  const japanese = score(
    {
      ...good,
      title: "ステンレス水筒500ml 保温保冷 軽量",
      text: "直飲みの水筒です。保温と保冷ができます。",
    },
    "ja",
  );
  assert.equal(japanese.scores.relevance[0], 255);
  assert.ok(japanese.parts.languageMilli >= 800, String(japanese.parts.languageMilli));
});

test("English text in a German shop loses its language points", () => {
  const { parts, hints } = score(good, "de");
  assert.ok(parts.languageMilli <= 600);
  assert.ok(hints.some((hint) => hint.code === "listing/text-not-in-language"));
});

test("promotion words, repetition and superlatives cost content and count as claims", () => {
  const shouting = score({ ...good, title: `Best ${good.title} Insulated, free shipping` });
  assert.ok(shouting.parts.titleMilli < score(good).parts.titleMilli);
  assert.ok(shouting.scores.claimMilli > 0);
});

test("exact, phrase and broad keywords reach fewer or more searches, auto reaches all", () => {
  const reach = (keyword: string, match: "exact" | "phrase" | "broad" | "auto", language = "en") =>
    queryMatches(cups, language, keyword, match);
  assert.equal(reach("Insulated Water Bottles", "exact"), 0b01);
  assert.equal(reach("water bottle", "exact"), 0);
  assert.equal(reach("water bottle", "phrase"), 0b01);
  assert.equal(reach("bottle water", "phrase"), 0);
  assert.equal(reach("bottle vacuum", "broad"), 0b01);
  assert.equal(reach("bottle coffee", "broad"), 0);
  assert.equal(reach("", "auto"), 0b11);
  assert.equal(reach("", "broad"), 0);
  assert.equal(reach("保温", "phrase", "ja"), 0b01);
  assert.equal(reach("カップ", "phrase", "ja"), 0b10);
});
