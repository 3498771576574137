import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { cargoOf, chargeableWeightG, parcelOf, volumetricWeightG } from "./parcel.ts";
import { cardOn } from "./rate-card.ts";
import { meanShippingCost, placeOf, placesOf, shippingCost } from "./shipping-cost.ts";
import {
  bandedCards,
  box,
  cardOfDay,
  cardRow,
  carrier,
  serviceOffer,
  surcharge,
  text,
} from "./testing/cards.ts";

const here = { zone: "", isRemote: false };

function minor(...args: Parameters<typeof shippingCost>): number | string {
  const price = shippingCost(...args);
  if (price.ok) return price.value.minor;
  const { limit } = price.refusal.facts;
  return typeof limit === "string" ? limit : price.refusal.code;
}

describe("the price of a parcel", () => {
  test("is base, steps beyond what the base covers, and registration, rounded once", () => {
    const packet = cardOfDay([cardRow()]);
    assert.equal(minor(packet, box(200), here), 3_500);
    assert.equal(minor(packet, box(201), here), 3_507);
    const steps = cardRow({ baseFeeMicro: 180_000_000, stepFromG: 500, stepG: 500 });
    const express = cardOfDay([{ ...steps, stepFeeMicro: 42_000_000, weightToG: 20_000 }]);
    assert.equal(minor(express, box(500), here), 18_000);
    assert.equal(minor(express, box(501), here), 22_200);
    assert.equal(minor(express, box(1_001), here), 26_400);
  });

  test("adds surcharges on the freight alone, with their minimum and condition", () => {
    const rows = [cardRow({ baseFeeMicro: 100_000_000, stepFeeMicro: 0 })];
    const remote = surcharge({
      code: "REMOTE",
      basis: "per-kg",
      amountMicro: 3_600_000,
      minimumMicro: 180_000_000,
      condition: { kind: "remote" },
    });
    const paid = surcharge({
      code: "DTP",
      basis: "fixed",
      amountMicro: 120_000_000,
      condition: { kind: "duty-terms", terms: "DDP" },
    });
    const long = surcharge({
      code: "LONG",
      basis: "fixed",
      amountMicro: 7_000_000,
      condition: { kind: "side-over", sideMm: 150 },
    });
    const address = surcharge({
      code: "ADDR",
      basis: "fixed",
      amountMicro: 50_000_000,
      condition: { kind: "event", event: "ADDRESS_CORRECTED" },
    });
    const all = { surcharges: [surcharge(), remote, paid, long, address] };
    const card = cardOfDay(rows, all);
    assert.equal(minor(card, box(100, [150, 90, 20]), here), 12_475);
    assert.equal(minor(card, box(100, [151, 90, 20]), here), 13_175);
    assert.equal(minor(card, box(100, [90, 90, 20]), { ...here, isRemote: true }), 30_475);
    const ddp = cardOfDay(rows, { ...all, service: serviceOffer({ dutyTerms: "DDP" }) });
    assert.equal(minor(ddp, box(100, [90, 90, 20]), here), 24_475);
    assert.equal(minor(card, box(100, [90, 90, 20]), here, ["ADDRESS_CORRECTED"]), 17_475);
  });

  test("is refused with the limit that the parcel breaks", () => {
    const packet = cardOfDay([cardRow({ divisor: 5_000, volumeTrigger: "max" })]);
    assert.equal(minor(packet, { ...box(100), battery: "PI967" }, here), "battery");
    assert.equal(minor(packet, box(2_001), here), "weight-g");
    assert.equal(minor(packet, box(100, [601, 10, 10]), here), "side-mm");
    assert.equal(minor(packet, box(100, [400, 300, 201]), here), "sum-mm");
    assert.equal(minor(packet, box(100, [300, 300, 250]), here), "chargeable-g");
    const girth = cardOfDay([cardRow({ sizeRule: "girth", sizeMaxMm: 1_000 })]);
    assert.equal(minor(girth, box(100, [400, 200, 101]), here), "girth-mm");
    assert.equal(minor(girth, box(100, [400, 200, 100]), here), 2_850);
    const zoned = cardOfDay([cardRow({ zone: "Z1" })]);
    assert.equal(minor(zoned, box(100), here), "trade/zone-unknown");
  });

  test("never falls with weight, over every band, border and step", () => {
    const weights = fc.integer({ min: 1, max: 13_000 });
    fc.assert(
      fc.property(bandedCards, weights, weights, (card, a, b) => {
        const [light, heavy] = [Math.min(a, b), Math.max(a, b)];
        const borders = card.rows.flatMap((row) => [row.weightToG, row.weightToG + 1]);
        let before = 0;
        for (const weightG of [light, heavy, ...borders].sort((x, y) => x - y)) {
          const price = shippingCost(card, box(Math.max(1, weightG), [10, 10, 10]), here);
          if (!price.ok) continue;
          assert.ok(price.value.minor >= before, `${weightG} g`);
          before = price.value.minor;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("may fall where a heavier parcel of the same size no longer counts by its volume", () => {
    // Why: a card that weighs volume only above twice the actual weight has this step built in.
    const card = cardOfDay([cardRow({ divisor: 8_000, volumeTrigger: "gt-actual-x2" })]);
    const cube = (weightG: number) => box(weightG, [200, 200, 200]);
    assert.deepEqual([minor(card, cube(499), here), minor(card, cube(500), here)], [8_700, 5_450]);
  });

  test("of a day depends on the rows of that day alone", () => {
    const rows = [
      cardRow({ to: 10 }),
      cardRow({ from: 10, baseFeeMicro: 30_000_000 }),
      cardRow({ dest: "FR", baseFeeMicro: 1 }),
    ];
    const of = (day: number) => {
      const card = cardOn(carrier({ rows }), serviceOffer(), "DE", day);
      return card.ok ? minor(card.value, box(100), here) : card.refusal.code;
    };
    assert.deepEqual([of(-1), of(9), of(10)], ["trade/card-not-valid", 2_850, 3_650]);
    const other = serviceOffer({ dutyTerms: "DDP" });
    assert.equal(cardOn(carrier({ rows }), other, "DE", 9).ok, false);
  });
});

describe("the chargeable weight", () => {
  test("is never below the minimum, nor below the actual weight", () => {
    const side = fc.integer({ min: 1, max: 1_000 });
    const sides = fc.tuple(side, side, side);
    fc.assert(
      fc.property(bandedCards, fc.integer({ min: 1, max: 9_000 }), sides, (card, weightG, mm) => {
        const row = card.rows[0]!;
        const parcel = box(weightG, mm);
        const chargeable = chargeableWeightG(row, parcel);
        assert.ok(chargeable >= weightG && chargeable >= row.weightMinG);
        if (row.volumeTrigger === "never") {
          assert.equal(chargeable, Math.max(weightG, row.weightMinG));
        }
      }),
    );
  });

  test("counts volume by the card's trigger, rounded up", () => {
    assert.equal(volumetricWeightG(1_000_001, 5_000), 201);
    assert.equal(volumetricWeightG(1_000_000, 0), 0);
    const parcel = box(100, [100, 100, 100]);
    const at = (volumeTrigger: "never" | "max" | "gt-actual-x2", divisor: number) =>
      chargeableWeightG(cardRow({ volumeTrigger, divisor }), parcel);
    assert.deepEqual(
      [at("never", 5_000), at("max", 5_000), at("gt-actual-x2", 5_000), at("gt-actual-x2", 4_999)],
      [100, 200, 100, 201],
    );
  });

  test("of several units is that of a stack, and of cargo that of its boxes", () => {
    const cup = { weightG: 300, sizeMm: [80, 200, 90] as const, battery: "none" as const };
    const stack = parcelOf(cup, 3);
    assert.deepEqual(stack.sidesMm, [240, 200, 90]);
    assert.deepEqual([stack.weightG, stack.boxWeightG], [900, 900]);
    const cargo = cargoOf(cup, 1_000);
    assert.deepEqual(cargo.sidesMm, [200, 90, 80]);
    assert.deepEqual([cargo.weightG, cargo.boxWeightG], [300_000, 300]);
    assert.equal(cargo.volumeMm3, 80 * 200 * 90 * 1_000);
  });
});

describe("zones", () => {
  const rows = [cardRow({ zone: "W" }), cardRow({ zone: "E", baseFeeMicro: 32_000_000 })];
  const zones = [
    { card: "EPK", dest: "DE", postcodePrefix: "", zone: "E" },
    { card: "EPK", dest: "DE", postcodePrefix: "4", zone: "W" },
    { card: "EPK", dest: "DE", postcodePrefix: "49", zone: "E" },
  ];
  const remote = [{ card: "EPK", dest: "DE", postcodePrefix: "25" }];
  const card = cardOfDay(rows, { zones, remote });

  test("are found by the longest prefix, whatever spaces and case are typed", () => {
    const at = (postcode: string) => {
      const place = placeOf(card, postcode);
      return place.ok ? [place.value.zone, place.value.isRemote] : place.refusal.code;
    };
    assert.deepEqual(at("4 0 210"), ["W", false]);
    assert.deepEqual(at("49074"), ["E", false]);
    assert.deepEqual(at("25 980"), ["E", true]);
    const some = cardOfDay(rows, { zones: zones.slice(1) });
    assert.equal(placeOf(some, "10115").ok, false);
  });

  test("weigh by the share of parcels where no address is known yet", () => {
    const city = (weight: number, ...postcodes: string[]) => ({
      name: text,
      local: "A",
      region: "A",
      weight,
      postcodes,
    });
    const places = placesOf(card, [city(300, "40###"), city(700, "10###", "49###")]);
    assert.ok(places.ok);
    const price = meanShippingCost(card, box(100), places.value);
    assert.ok(price.ok);
    // 28.50 for three tenths and 38.50 for the rest.
    assert.equal(price.value.minor, 3_550);
  });
});
