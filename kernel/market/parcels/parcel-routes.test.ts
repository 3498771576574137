import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { standard1 } from "../../trade/fault.ts";
import { parcelFate } from "../../trade/parcel-fate.ts";
import { parcelEvent, routeParcels, type Cohort } from "./parcel-routes.ts";

const lane = (lossPpm: number): Cohort["lane"] => {
  const transitDays = [7, 11, 20] as const;
  const fate = parcelFate({
    transitDays,
    lossPpm,
    tracked: "full",
    crossesBorder: true,
    faults: [],
    consequences: standard1,
    accidentsMilli: 1000,
    evadedMinor: 0,
    saleVatMinor: 0,
  });
  return { fate, medianDays: transitDays[1], lateDays: transitDays[2] };
};

const cohort = (units: number, change: Partial<Cohort> = {}): Cohort => ({
  lane: lane(6000),
  units,
  offer: 517,
  place: 65_536,
  engineDay: 12,
  promiseDays: 20,
  dueAtDoorMinor: 0,
  goodsMinor: 2000,
  transitBp: 10_000,
  strikeDays: 0,
  lossFactor: 1,
  ...change,
});

const passing: readonly number[] = [parcelEvent["export-held"], parcelEvent["import-held"]];

/** Units by last event, and the mean day of delivery. */
function route(wanted: Cohort, seed: number) {
  const ends = new Map<number, number>();
  let days = 0;
  routeParcels(wanted, { k0: seed, k1: 9 }, (event, after, units) => {
    assert.ok(after >= 1 && units > 0);
    if (passing.includes(event)) return;
    ends.set(event, (ends.get(event) ?? 0) + units);
    if (event === parcelEvent.delivered) days += after * units;
  });
  const delivered = ends.get(parcelEvent.delivered) ?? 0;
  return { ends, delivered, meanDays: delivered > 0 ? days / delivered : 0 };
}

const total = (ends: ReadonlyMap<number, number>) => [...ends.values()].reduce((a, b) => a + b, 0);

test("sent is delivered, lost, refused, returned, destroyed or seized: one end for each", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 0, max: 300_000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 1e9 }),
      (units, lossPpm, dueAtDoorMinor, seed) => {
        const { ends } = route(cohort(units, { lane: lane(lossPpm), dueAtDoorMinor }), seed);
        assert.equal(total(ends), units);
      },
    ),
    { numRuns: 200 },
  );
});

test("a closed port delays every parcel and loses none of them", () => {
  const free = route(cohort(5000), 3);
  const jammed = route(cohort(5000, { transitBp: 25_000 }), 3);
  assert.deepEqual(jammed.ends, free.ends);
  assert.ok(jammed.meanDays > 2.3 * free.meanDays && jammed.meanDays < 2.7 * free.meanDays);
});

test("a strike makes parcels wait until the carrier works again", () => {
  const free = route(cohort(2000), 4);
  const waiting = route(cohort(2000, { strikeDays: 6 }), 4);
  assert.deepEqual(waiting.ends, free.ends);
  assert.ok(Math.abs(waiting.meanDays - free.meanDays - 6) < 1e-9);
});

test("loss follows the card, and tax at the door makes some buyers refuse", () => {
  const { ends } = route(cohort(200_000, { lane: lane(15_000) }), 5);
  const lost = ends.get(parcelEvent.lost)!;
  assert.ok(Math.abs(lost - 3000) < 4 * Math.sqrt(3000), `lost ${lost}`);
  assert.equal(ends.get(parcelEvent.refused), undefined);
  const taxed = route(cohort(10_000, { dueAtDoorMinor: 400 }), 5);
  const refused = taxed.ends.get(parcelEvent.refused)!;
  // 2 % and half of a fifth.
  assert.ok(Math.abs(refused / 10_000 - 0.12) < 0.015, `refused ${refused}`);
});

test("small and large cohorts arrive on the days of the same table", () => {
  const large = route(cohort(20_000), 6);
  let units = 0;
  let days = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const small = route(cohort(40), seed);
    units += small.delivered;
    days += small.meanDays * small.delivered;
  }
  assert.ok(Math.abs(days / units - large.meanDays) < 0.25);
});
