import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { loadCategories } from "./category.ts";
import { classifyTitle } from "./classify-title.ts";

const categories = loadCategories();
const idOf = (title: string) => classifyTitle(categories, title).category.id;

test("a title goes where a buyer would look for the thing", () => {
  const expected: [string, string][] = [
    ["Stainless Steel Insulated Water Bottle 500 ml", "x-insulated-bottles"],
    ["Hot Water Bottle Keep Calm", "x-personal-care"],
    ["Lunch Bag Red Retrospot", "x-bags-luggage"],
    ["Strawberry Lunch Box With Cutlery", "x-tableware"],
    ["Tea Bag Plate Red Retrospot", "x-tableware"],
    ["White Hanging Heart T-Light Holder", "x-lighting"],
    ["Set Of 12 Fairy Cake Baking Cases", "x-kitchen-tools"],
    ["Bag 125G Swirly Marbles", "x-toys"],
    ["Jumbo Bag Toys", "x-bags-luggage"],
    ["Jazz Hearts Purse Notebook", "x-stationery"],
    ["Vintage 2 Meter Folding Ruler", "x-hand-tools"],
    ["Red Harmonica In Box", "x-musical"],
    ["Bathroom Metal Sign", "x-gifts-decor"],
    ["20V Cordless Drill with 2 Batteries", "x-power-tools"],
    ["Phone holder for bikes", "x-phone-accessories"],
    ["316 不锈钢保温杯", "x-insulated-bottles"],
    ["儿童纯棉连衣裙", "x-womens-apparel"],
    ["女童纯棉公主裙", "x-childrens-wear"],
    ["真丝方巾 桑蚕丝", "x-silk-scarves"],
    ["汽车遮阳挡", "x-car-accessories"],
  ];
  assert.deepEqual(
    expected.map(([title]) => [title, idOf(title)]),
    expected,
  );
});

test("a title without a known word goes to the fallback, without a reason", () => {
  const { category, because } = classifyTitle(categories, "Zyx 123");
  assert.ok(category.isFallback);
  assert.deepEqual(because, []);
});

test("the reason is given in the words of the category", () => {
  assert.deepEqual(classifyTitle(categories, "Rabbit Night Lights").because, ["night light"]);
});

test("plural, case, hyphen and punctuation do not move a title", () => {
  for (const title of [
    "T-LIGHT HOLDERS",
    "t light holder",
    "T-Light holder.",
    "'t-light'  holder",
  ]) {
    assert.equal(idOf(title), "x-lighting");
  }
});

test("the order in which categories are handed in decides nothing but ties", () => {
  const reversed = categories.toReversed();
  for (const title of ["Lunch Bag Red", "Wooden Puzzle", "Yoga Mat", "纯棉四件套"]) {
    assert.equal(classifyTitle(reversed, title).category.id, idOf(title));
  }
});

test("every listed word, said alone and aloud, leads to its category and to itself", () => {
  for (const { id, words } of categories) {
    for (const word of [...words.en, ...words.zh]) {
      const { category, because } = classifyTitle(categories, word.toUpperCase());
      assert.deepEqual([category.id, because], [id, [word]]);
    }
  }
});

test("any text whatever gets exactly one category", () => {
  const words = categories.flatMap(({ words: { en, zh } }) => [...en, ...zh]);
  const title = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(title, (text) => {
      const { category, because } = classifyTitle(categories, text);
      assert.ok(categories.includes(category));
      assert.deepEqual(
        because.filter((word) => !listsWord(category, word)),
        [],
      );
    }),
    { numRuns: 60 },
  );

  function listsWord(category: (typeof categories)[number], word: string) {
    return category.words.en.includes(word) || category.words.zh.includes(word);
  }
});

test("three in five titles of a real gift-ware catalog leave the fallback", (context) => {
  const file = "../../../shared/data/products/shopify-products-from-online-retail.csv";
  const path = join(import.meta.dirname, file);
  if (!existsSync(path)) return context.skip("the gift-ware catalog is not here");
  const rows = readFileSync(path, "utf8").split("\n").slice(1);
  const titles = rows.map(firstCell).filter((title) => title !== "");
  assert.equal(titles.length, 400);
  const known = titles.filter((title) => !classifyTitle(categories, title).category.isFallback);
  assert.ok(known.length >= 0.6 * titles.length, `${known.length} of ${titles.length}`);
});

/** The first cell of a CSV row, with quotes undone. */
function firstCell(row: string): string {
  const quoted = /^"((?:[^"]|"")*)"/.exec(row)?.[1];
  return quoted === undefined ? (row.split(",")[0] ?? "") : quoted.replaceAll('""', '"');
}
