import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { fromIso } from "@echelon/kernel/calendar/day.ts";
import type { TradeSlice } from "@echelon/kernel/trade/rule-set.ts";
import { canonicalJson, loadTradeAtlas, tradeSlice } from "./trade-atlas.ts";

const atlas = loadTradeAtlas();

/** Loads a copy of the shelves in which one file was changed. */
function loadChanged(file: string, change: (text: string) => string) {
  const folder = mkdtempSync(join(tmpdir(), "atlas-"));
  try {
    for (const shelf of ["countries", "carriers", "platforms"]) {
      cpSync(join(import.meta.dirname, shelf), join(folder, shelf), { recursive: true });
    }
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    return loadTradeAtlas(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const season = {
  markets: ["us", "de"],
  carriers: ["example-post", "example-forwarder", "example-last-mile"],
  from: fromIso("2026-07-01"),
  to: fromIso("2026-09-30"),
};

describe("the atlas", () => {
  test("is read once and cannot be changed", () => {
    const germany = atlas.countries.get("de")!;
    assert.ok(Object.isFrozen(germany) && Object.isFrozen(germany.country.cities[0]));
    assert.throws(() => Object.assign(germany.vat[0]!, { rate: { bp: 1 } }), TypeError);
  });

  test("reads a last valid day as the day before the end, and decimals as integers", () => {
    const [first, second] = atlas.carriers.get("example-post")!.rows;
    assert.deepEqual([first!.to, second!.from], [fromIso("2026-01-01"), fromIso("2026-01-01")]);
    assert.deepEqual(
      [first!.stepFeeMicro, first!.registrationFeeMicro, first!.lossPpm, first!.weightMaxG],
      [74_000, 15_500_000, 15_000, 2_000],
    );
    const fuel = atlas.carriers.get("example-express")!.surcharges[0]!;
    assert.equal(fuel.amountMicro, 247_500);
  });

  test("has one hash for one content, and another when a rate changes", () => {
    assert.equal(loadTradeAtlas().ruleSetHash, atlas.ruleSetHash);
    const dearer = loadChanged("countries/de/vat.json", (text) => text.replace("1900", "1901"));
    assert.notEqual(dearer.ruleSetHash, atlas.ruleSetHash);
    assert.equal(canonicalJson({ b: [1, { d: 2, c: 3 }], a: 0 }), '{"a":0,"b":[1,{"c":3,"d":2}]}');
  });
});

describe("a file that is wrong is named with its fault:", () => {
  const card = "carriers/example-post/card.csv";
  const rules = "countries/gb/rules.json";
  const planted: readonly [string, string, (text: string) => string, RegExp][] = [
    ["an unknown fact", rules, (text) => text.replace('"intrinsic"', '"mood"'), /gb\/rules.json/],
    ["an unknown key", rules, (text) => text.replace('"owner"', '"own"'), /gb\/rules.json.*own/s],
    ["a date that is none", rules, (text) => text.replace("2021-01-01", "2021-13-01"), /gb\/rules/],
    [
      "an amount without currency",
      rules,
      (text) => text.replace('{ "minor": 13500, "currency": "GBP" }', "{}"),
      /gb\/rules.json/,
    ],
    [
      "another country's rules",
      rules,
      (text) => text.replace('"jurisdiction": "GB"', '"jurisdiction": "DE"'),
      /gb: a file says it is of DE/,
    ],
    [
      "a text in one language",
      rules,
      (text) => text.replace('"zh": "关税", ', ""),
      /gb\/rules.json.*zh/s,
    ],
    [
      "cities that are not the whole country",
      "countries/gb/country.json",
      (text) => text.replace('"weight": 300', '"weight": 299'),
      /gb\/country.json.*1,000/s,
    ],
    [
      "a rate that is no rate",
      "countries/gb/vat.json",
      (text) => text.replace('{ "bp": 2000 }', '{ "bp": 2000, "ppm": 1 }'),
      /gb\/vat.json/,
    ],
    ["a fee finer than a millionth", card, (text) => text.replace("0.074", "0.0740001"), /row 2/],
    [
      "a day that does not exist",
      card,
      (text) => text.replace("2025-12-31", "2025-02-30"),
      /row 2/,
    ],
    [
      "a column too many",
      card,
      (text) => text.replace(",at-sale\n", ",at-sale,x\n"),
      /row 2 has 31/,
    ],
    ["terms that are none", card, (text) => text.replace("at-sale", "EXW"), /row 2/],
    [
      "a surcharge under an unknown condition",
      "carriers/example-express/surcharges.csv",
      (text) => text.replace("remote,", "full-moon,"),
      /no condition full-moon/,
    ],
    [
      "a fee that is rate and amount",
      "platforms/marketplace-a/profile.json",
      (text) =>
        text.replace(
          '"rateBp": 1500,',
          '"rateBp": 1500, "amount": { "minor": 1, "currency": "USD" },',
        ),
      /never both/,
    ],
  ];
  for (const [title, file, change, message] of planted) {
    test(title, () => {
      assert.throws(() => loadChanged(file, change), message);
    });
  }
});

describe("a season's slice", () => {
  const slice = tradeSlice(atlas, season);

  test("is plain JSON that comes back equal", () => {
    const copy: TradeSlice = JSON.parse(JSON.stringify(slice));
    assert.deepEqual(copy, slice);
  });

  test("holds the markets and their union, and nothing of others", () => {
    assert.deepEqual(
      slice.countries.map((country) => country.id),
      ["us", "de", "eu"],
    );
    const jurisdictions = new Set(slice.rules.map((rule) => rule.jurisdiction));
    assert.deepEqual([...jurisdictions].sort(), ["EU", "US"]);
    assert.ok(slice.carriers.every((one) => one.rows.every((row) => "US DE".includes(row.dest))));
  });

  test("holds what is in force on some of its days, and nothing else", () => {
    const ids = slice.rules.map((rule) => rule.id);
    for (const id of ["US.std.122", "US.std.2026h2", "EU.lv.2026"]) assert.ok(ids.includes(id), id);
    for (const id of ["EU.lv.2021", "US.deminimis", "EU.handling.2026"]) {
      assert.ok(!ids.includes(id), id);
    }
    const borders = [...slice.rules, ...slice.vat, ...slice.carriers.flatMap((one) => one.rows)];
    for (const { from, to } of borders) {
      assert.ok(from < season.to && (to === null || to > season.from));
    }
  });

  test("numbers services by carrier, and leaves out those that reach no market", () => {
    const ids = slice.services.map((service) => `${service.id} ${service.markets.join("+")}`);
    assert.deepEqual(ids, [
      "packet.dap de",
      "packet.at-sale us",
      "e-packet.dap de",
      "e-packet.at-sale de+us",
      "head-haul-air de+us",
      "head-haul-sea de+us",
      "last-mile-us us",
      "last-mile-de de",
    ]);
  });

  test("has one hash for one request, and another for another", () => {
    assert.equal(tradeSlice(atlas, season).hash, slice.hash);
    assert.notEqual(tradeSlice(atlas, { ...season, to: season.to + 60 }).hash, slice.hash);
    assert.match(slice.hash, /^[0-9a-f]{64}$/);
  });

  test("is not cut for a market that is not there or that nothing reaches", () => {
    const cut = (change: Partial<typeof season>) => () =>
      tradeSlice(atlas, { ...season, ...change });
    assert.throws(cut({ markets: ["zz"] }), /no country zz/);
    assert.throws(cut({ carriers: ["nobody"] }), /no carrier nobody/);
    assert.throws(cut({ carriers: ["example-last-mile"] }), /brings a parcel to us/);
  });
});
