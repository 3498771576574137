import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { exampleSource, exampleWorld } from "../examples/example-world.ts";
import { parameterRows } from "../parameters/parameters.ts";
import type { Scenario, WorldSource } from "./scenario.ts";
import { compileWorld, tradeOn } from "./world.ts";
import { worldFaultKinds, type WorldFaultKind } from "./world-fault.ts";

const source = exampleSource();
const { scenario, trade } = source;

const withScenario = (fields: Partial<Scenario>): WorldSource => ({
  ...source,
  scenario: { ...scenario, ...fields },
});

const shock = {
  kind: "news",
  from: 5,
  days: 0,
  markets: [],
  categories: [],
  sizeBp: 0,
  noticeDays: 0,
  headline: { zh: "无", en: "none" },
} as const;

/** One spoiled source for each kind of fault, and where the fault is. */
const spoiled: Readonly<Record<WorldFaultKind, readonly [WorldSource, string] | null>> = {
  "share-sum": [
    withScenario({ markets: scenario.markets.map((one) => ({ ...one, visitShareBp: 3000 })) }),
    "scenario.markets",
  ],
  "not-finite": [withScenario({ visitsPerDay: Number.NaN }), "source.scenario.visitsPerDay"],
  negative: [withScenario({ openingCashMinor: -1 }), "source.scenario.openingCashMinor"],
  "parameter-unknown": [withScenario({ parameters: [{ name: "no.such", value: 1 }] }), "no.such"],
  "parameter-out-of-bounds": [
    withScenario({ parameters: [{ name: "choice.nest", value: 2 }] }),
    "choice.nest",
  ],
  // The rows are code; that each has a source is held below.
  "parameter-without-source": null,
  "rule-undated": [
    {
      ...source,
      trade: { ...trade, rules: trade.rules.map((rule) => ({ ...rule, to: rule.from })) },
    },
    "us-import",
  ],
  "market-without-tax": [
    { ...source, trade: { ...trade, rules: trade.rules.filter(({ id }) => id !== "de-import") } },
    "de",
  ],
  "market-without-service": [
    {
      ...source,
      trade: { ...trade, services: trade.services.filter(({ markets }) => markets[0] !== "jp") },
    },
    "jp",
  ],
  "market-unknown": [
    { ...source, trade: { ...trade, countries: trade.countries.filter(({ id }) => id !== "us") } },
    "us",
  ],
  // Bounds keep every price coefficient and the nest above 0, so no scenario can reach it.
  "demand-not-falling": null,
  "transit-out-of-order": [
    {
      ...source,
      trade: {
        ...trade,
        carriers: trade.carriers.map((carrier) => ({
          ...carrier,
          rows: carrier.rows.map((row) => ({ ...row, transitDays: [9, 4, 12] as const })),
        })),
      },
    },
    "example.example.US",
  ],
  "shock-outside-season": [withScenario({ shocks: [{ ...shock, from: 31 }] }), "scenario.shocks.0"],
  "place-unknown": [withScenario({ shocks: [{ ...shock, markets: ["zz"] }] }), "scenario.shocks.0"],
  "currency-unknown": [
    { ...source, exchange: source.exchange.filter(({ currency }) => currency !== "JPY") },
    "jp",
  ],
  "date-unknown": [withScenario({ startDate: "2026-02-30" }), "scenario.startDate"],
  "size-above-limit": [withScenario({ storesMax: 6001 }), "scenario.storesMax"],
  duplicate: [{ ...source, products: [...source.products, source.products[0]!] }, "products"],
};

suite("compiling a season's source", () => {
  for (const kind of worldFaultKinds) {
    const planted = spoiled[kind];
    if (planted === null) continue;
    test(`a source with the fault ${kind} is refused by that name`, () => {
      const [wrong, at] = planted;
      const outcome = compileWorld(wrong);
      assert.ok(!outcome.ok);
      const found = outcome.faults.filter((fault) => fault.kind === kind);
      assert.ok(
        found.some((fault) => fault.at === at),
        JSON.stringify(outcome.faults),
      );
    });
  }

  test("all faults are named, not only the first", () => {
    const outcome = compileWorld(
      withScenario({ storesMax: 6001, days: 401, startDate: "yesterday", openingCashMinor: -5 }),
    );
    assert.ok(!outcome.ok);
    const kinds = outcome.faults.map(({ kind }) => kind);
    assert.ok(kinds.filter((kind) => kind === "size-above-limit").length >= 2);
    assert.ok(kinds.includes("date-unknown") && kinds.includes("negative"));
  });

  test("a sound source compiles to the same world every time", () => {
    const { answers: _, ...one } = exampleWorld();
    const { answers: __, ...other } = exampleWorld();
    assert.deepEqual(one, other);
    assert.notEqual(exampleWorld({ stores: 31 }).digest, one.digest);
  });

  test("visits of all shelves are the scenario's, falling from category to category", () => {
    const { visits, sizes } = exampleWorld({ categories: 8, visitsPerDay: 90_000 });
    assert.ok(Math.abs(visits.reduce((sum, one) => sum + one, 0) - 90_000) < 1e-6);
    for (let category = 1; category < sizes.categories; category++) {
      const { queries } = sizes;
      assert.ok(visits[category * queries]! < visits[(category - 1) * queries]!);
    }
  });

  test("each market has a mix of its own that sums to one", () => {
    const { segmentShare, sizes } = exampleWorld();
    const mixes = Array.from({ length: sizes.markets }, (_, market) => [
      ...segmentShare.subarray(market * sizes.segments, (market + 1) * sizes.segments),
    ]);
    for (const mix of mixes) {
      assert.ok(Math.abs(mix.reduce((sum, one) => sum + one, 0) - 1) < 1e-12);
    }
    assert.notDeepEqual(mixes[0], mixes[1]);
  });

  test("trade answers once for all days of a period of law", () => {
    const dated = trade.rules.map((rule) =>
      rule.id === "us-import" ? { ...rule, from: 0, to: 20_520 } : rule,
    );
    const later = trade.rules
      .filter(({ id }) => id === "us-import")
      .map((rule) => ({ ...rule, id: "us-import-2", from: 20_520 }));
    const compiled = compileWorld({ ...source, trade: { ...trade, rules: [...dated, ...later] } });
    assert.ok(compiled.ok);
    const world = compiled.value;
    const { burnInDays } = scenario;
    const changes = 20_520 - world.calendar.startsOn + burnInDays;
    assert.equal(tradeOn(world, 0), tradeOn(world, changes - 1));
    assert.notEqual(tradeOn(world, 0), tradeOn(world, changes));
    assert.equal(tradeOn(world, changes), tradeOn(world, changes + 9));
  });
});

suite("the rows of parameters", () => {
  test("each has a name of its own, a source, and a default within its bounds", () => {
    const names = new Set<string>();
    for (const { name, value, lo, hi, source: from } of parameterRows) {
      assert.ok(!names.has(name), name);
      names.add(name);
      assert.ok(lo <= value && value <= hi && lo < hi, name);
      assert.notEqual(from, "");
    }
  });

  test("none claims to be verified without a day on which it was read", () => {
    for (const { verified, source: from } of parameterRows) {
      if (verified) assert.match(from, /\d{4}-\d{2}-\d{2}/);
    }
  });
});
