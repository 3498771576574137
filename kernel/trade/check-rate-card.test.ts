import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { cardFaults } from "./check-rate-card.ts";
import type { CardRow, Carrier } from "./rate-card.ts";
import { bandedCards, cardRow, carrier, surcharge } from "./testing/cards.ts";

const faults = (fields: Partial<Carrier>) =>
  cardFaults(carrier(fields)).map((one) => `${one.file}: ${one.fault}`);

const rows = (...fields: Partial<CardRow>[]) => faults({ rows: fields.map(cardRow) });

describe("a faultless card", () => {
  test("has nothing to report", () => {
    assert.deepEqual(faults({}), []);
    fc.assert(fc.property(bandedCards, (card) => faults({ rows: card.rows }).length === 0));
  });
});

describe("a planted fault is found:", () => {
  const planted: readonly [string, () => readonly string[], string][] = [
    ["no row", () => faults({ rows: [] }), "card: empty"],
    [
      "a gap of one gram between bands",
      () => rows({ weightToG: 500 }, { weightFromG: 502, stepFromG: 0 }),
      "card: band-gap",
    ],
    ["a card that starts above zero", () => rows({ weightFromG: 1 }), "card: band-gap"],
    [
      "a gram in two bands",
      () => rows({ weightToG: 500 }, { weightFromG: 500 }),
      "card: band-overlap",
    ],
    ["two rows for one day", () => rows({ to: 11 }, { from: 10 }), "card: band-overlap"],
    [
      "steps counted from the band's start, so that 501 g cost less than 500 g",
      () => rows({ weightToG: 500 }, { weightFromG: 501, stepFromG: 501 }),
      "card: price-falls-with-weight",
    ],
    [
      "quantiles out of order",
      () => rows({ transitDays: [7, 6, 18] }),
      "card: quantiles-unordered",
    ],
    [
      "a quantile below one day",
      () => rows({ transitDays: [0, 6, 18] }),
      "card: quantiles-unordered",
    ],
    ["a loss above one", () => rows({ lossPpm: 1_000_001 }), "card: loss-out-of-range"],
    ["a negative fee", () => rows({ baseFeeMicro: -1 }), "card: negative"],
    ["days turned round", () => rows({ from: 5, to: 5 }), "card: dates-reversed"],
    ["a band turned round", () => rows({ weightToG: -1 }), "card: band-reversed"],
    ["a size rule without a size", () => rows({ sizeMaxMm: 0 }), "card: size-rule-incomplete"],
    [
      "a divisor that changes with the band",
      () => rows({ weightToG: 500 }, { weightFromG: 501, divisor: 5_000 }),
      "card: band-not-uniform",
    ],
    [
      "days under way that differ by zone",
      () => rows({ zone: "A" }, { zone: "B", transitDays: [1, 2, 3] }),
      "card: transit-not-uniform",
    ],
    ["a zone that no postcode reaches", () => rows({ zone: "A" }), "card: row-without-zone"],
    [
      "a postcode whose zone has no price",
      () => faults({ zones: [{ card: "EPK", dest: "DE", postcodePrefix: "1", zone: "X" }] }),
      "zones: zone-without-row",
    ],
    [
      "a surcharge on no card",
      () => faults({ surcharges: [surcharge({ card: "NONE" })] }),
      "surcharges: card-unknown",
    ],
    [
      "a remote area of no card",
      () => faults({ remote: [{ card: "EPK", dest: "FR", postcodePrefix: "20" }] }),
      "remote: card-unknown",
    ],
    ["a service without prices", () => rows({ product: "other" }), "services: service-without-row"],
    ["prices without a service", () => rows({ product: "other" }), "card: row-without-service"],
    [
      "a service in two currencies",
      () => rows({}, { dest: "FR", currency: "EUR" }),
      "services: currency-mixed",
    ],
  ];
  for (const [title, plant, fault] of planted) {
    test(title, () => {
      assert.ok(plant().includes(fault), `${fault} is not in ${plant().join(", ")}`);
    });
  }
});
