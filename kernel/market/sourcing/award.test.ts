import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { awardLot, neededPrice, type Award, type SealedBid } from "./award.ts";

const lot = fc.record({ units: fc.integer({ min: 1, max: 60 }) }).map(({ units }) => ({
  units,
  lowMinor: 80,
  highMinor: 90,
}));
/** Few prices and instants, so that equal ones are common. */
const bids = fc
  .array(
    fc.record({
      unitMinor: fc.integer({ min: 80, max: 90 }),
      units: fc.integer({ min: 1, max: 30 }),
      sales: fc.integer({ min: 0, max: 2 }),
      acceptedAt: fc.integer({ min: 0, max: 2 }),
      isSolvent: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, store) => ({ ...one, store, number: 0 })));
type Bid = SealedBid & { readonly isSolvent: boolean };

const pays = ({ isSolvent }: Bid) => isSolvent;
const wonBy = (awards: readonly Award<SealedBid>[], store: number) =>
  awards.find(({ bid }) => bid.store === store)!.wonUnits;

test("no more is won than is on offer, and by nobody more than was asked for", () => {
  fc.assert(
    fc.property(lot, bids, ({ units }, all) => {
      const awards = awardLot(units, all, pays);
      assert.equal(awards.length, all.length, "every bid is told");
      const won = awards.reduce((sum, { wonUnits }) => sum + wonUnits, 0);
      const asked = all.filter(pays).reduce((sum, bid) => sum + bid.units, 0);
      assert.equal(won, Math.min(units, asked), "what is asked for is given while there is any");
      for (const { bid, wonUnits, isUnpaid } of awards) {
        assert.ok(wonUnits >= 0 && wonUnits <= bid.units);
        assert.ok(!isUnpaid || (wonUnits === 0 && !bid.isSolvent));
      }
    }),
  );
});

test("nobody who can pay waits behind a lower price, nor at an equal one behind later bids", () => {
  fc.assert(
    fc.property(lot, bids, ({ units }, all) => {
      const awards = awardLot(units, all, pays);
      for (const one of awards.filter(({ bid }) => pays(bid))) {
        for (const other of awards.filter(({ wonUnits }) => wonUnits > 0)) {
          if (one.wonUnits === one.bid.units || one === other) continue;
          const { bid } = other;
          assert.ok(bid.unitMinor >= one.bid.unitMinor);
          if (bid.unitMinor > one.bid.unitMinor) continue;
          assert.ok(bid.sales >= one.bid.sales);
          if (bid.sales > one.bid.sales) continue;
          assert.ok(bid.acceptedAt <= one.bid.acceptedAt);
        }
      }
    }),
  );
});

test("in which order bids are looked at changes nothing", () => {
  fc.assert(
    fc.property(
      lot,
      bids.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ({ units }, [all, shuffled]) => {
        assert.deepEqual(awardLot(units, shuffled, pays), awardLot(units, all, pays));
      },
    ),
  );
});

test("the price said to have been needed wins all of it, and one below others' does not", () => {
  fc.assert(
    fc.property(lot, bids, fc.nat(), (on, solvent, choice) => {
      fc.pre(solvent.length > 0);
      const all = solvent.map((bid) => ({ ...bid, isSolvent: true }));
      const own = all[choice % all.length]!;
      fc.pre(own.units <= on.units);
      const needed = neededPrice(on, awardLot(on.units, all, pays), own);
      const at = (unitMinor: number) =>
        wonBy(
          awardLot(on.units, [...all.filter((bid) => bid !== own), { ...own, unitMinor }], pays),
          own.store,
        );
      if (needed === null) {
        const late = { ...own, unitMinor: on.highMinor, sales: -1 };
        const rest = all.filter((bid) => bid !== own);
        assert.ok(wonBy(awardLot(on.units, [...rest, late], pays), own.store) < own.units);
        return;
      }
      assert.equal(at(needed), own.units);
      // Two below is less than the bid that stands in the way.
      if (needed > on.lowMinor + 1) assert.ok(at(needed - 2) < own.units);
    }),
  );
});
