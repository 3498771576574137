import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { contextOf } from "../decisions/decision-context.ts";
import { exampleSeason } from "../examples/example-season.ts";
import { caseNumber, caseNumberMax, caseReasons, type CaseAddress } from "./case-kinds.ts";
import { caseLaw, drawDelivered, meanOfSpread, returnShares, type Ended } from "./draw-cases.ts";
import { nextSanction, sanction } from "./sanctions.ts";
import { answerDay } from "./answer-day.ts";

const count = fc.integer({ min: 0, max: 500 });

test("every question is answered, given up or waits, and nobody works beyond hours", () => {
  fc.assert(
    fc.property(count, count, count, (asked, waiting, capacity) => {
      const day = answerDay(asked, waiting, capacity);
      assert.equal(day.answered + day.late + day.lapsed + day.waiting, asked + waiting);
      assert.ok(day.answered + day.late <= capacity);
      assert.ok(Object.values(day).every((units) => units >= 0));
    }),
  );
});

test("one more pair of hands never leaves more buyers waiting", () => {
  fc.assert(
    fc.property(count, count, count, (asked, waiting, capacity) => {
      const few = answerDay(asked, waiting, capacity);
      const more = answerDay(asked, waiting, capacity + 1);
      assert.ok(more.waiting <= few.waiting && more.lapsed <= few.lapsed);
      assert.ok(more.answered >= few.answered);
    }),
  );
});

test("no two cases of a store have the same number", () => {
  const address: fc.Arbitrary<CaseAddress> = fc.record({
    place: fc.integer({ min: 0, max: 255 }),
    market: fc.integer({ min: 0, max: 31 }),
    service: fc.integer({ min: 0, max: 1023 }),
    orderedOn: fc.integer({ min: 0, max: 511 }),
    endedOn: fc.integer({ min: 0, max: 511 }),
    reason: fc.integer({ min: 0, max: caseReasons.length - 1 }),
  });
  fc.assert(
    fc.property(address, address, (one, other) => {
      const isSame = Object.entries(one).every(([name, x]) => other[name as "place"] === x);
      assert.equal(caseNumber(one) === caseNumber(other), isSame);
      assert.ok(caseNumber(one) < caseNumberMax);
    }),
  );
});

test("the platform warns, ranks lower after two weeks, suspends after two more, for a week", () => {
  const { world } = exampleSeason().season;
  const bad = (now: number, days: number) => nextSanction(world, now, days, true);
  assert.equal(bad(sanction.none, 0), sanction.warned);
  assert.equal(bad(sanction.warned, 13), sanction.warned);
  assert.equal(bad(sanction.warned, 14), sanction.rankedLower);
  assert.equal(bad(sanction.rankedLower, 14), sanction.suspended);
  assert.equal(bad(sanction.suspended, 6), sanction.suspended);
  assert.equal(bad(sanction.suspended, 7), sanction.warned);
  for (const now of [sanction.warned, sanction.rankedLower]) {
    assert.equal(nextSanction(world, now, 3, false), sanction.none, "good figures clear the name");
  }
  assert.equal(nextSanction(world, sanction.suspended, 3, false), sanction.suspended);
});

test("the mean over buyers' tastes is that of many buyers", () => {
  for (const a of [0, 0.2, 1.04, 3]) {
    let sum = 0;
    const steps = 400;
    for (let i = 0; i < steps; i++) {
      for (let j = 0; j < steps; j++) {
        sum += Math.exp(-a * ((i + 0.5) / steps + (j + 0.5) / steps - 1));
      }
    }
    assert.ok(Math.abs(sum / steps ** 2 - meanOfSpread(a)) < 1e-4, `a = ${a}`);
  }
});

/** A cohort of the first offer, and a season in which to ask what comes back of it. */
function cohort(over: Partial<Ended> = {}) {
  const { season } = exampleSeason();
  const context = contextOf(season);
  // Whether the store answers its buyers is for each test to say.
  season.state.answered[season.state.storeOf[0]!] = 0;
  const service = season.world.source.trade.services.findIndex(({ leg }) => leg === "parcel");
  const of: Ended = {
    row: 0,
    market: 0,
    service,
    orderedOn: 2,
    endedOn: 9,
    units: 200_000,
    claimMilli: 0,
    lateDays: 0,
    priceMinor: 2000,
    commissionMinor: 200,
    taxMinor: 0,
    costMinor: 500,
    lot: 0,
    payoutOn: -1,
    ...over,
  };
  return { context, law: caseLaw(context)!, of, state: season.state };
}

test("more is sent back of what was praised too much, came late or was sent from next door", () => {
  const { context, law, of } = cohort();
  const rate = (over: Partial<Ended>) => returnShares(context, law, { ...of, ...over }).rate;
  const base = rate({});
  assert.ok(base > 0.01 && base < 0.15, `${base}`);
  assert.ok(rate({ claimMilli: 1000 }) > base);
  assert.ok(rate({ lateDays: 10 }) > base);
  const { services } = context.world.source.trade;
  const local = services.findIndex(({ leg }) => leg === "last-mile");
  assert.ok(Math.abs(rate({ service: local }) - 2.5 * base) < 1e-9);
});

test("so many are drawn as the shares say, each for its reason", () => {
  const { context, law, of, state } = cohort({ claimMilli: 800, lateDays: 12 });
  const { rate, defective, described } = returnShares(context, law, of);
  drawDelivered(context, law, of);
  const { columns, rows } = state.tables.cases;
  const units = new Map<string, number>();
  for (let at = 0; at < rows; at++) {
    if (columns.endedOn[at] !== of.endedOn || columns.priceMinor[at] !== of.priceMinor) continue;
    const why = caseReasons[columns.reason[at]!]!;
    units.set(why, (units.get(why) ?? 0) + columns.units[at]!);
    assert.ok(columns.opensOn[at]! > of.endedOn && columns.dueOn[at]! > columns.opensOn[at]!);
  }
  const near = (why: string, share: number) => {
    const mean = of.units * share;
    const drawn = units.get(why) ?? 0;
    assert.ok(Math.abs(drawn - mean) < 5 * Math.sqrt(mean) + 1, `${why}: ${drawn} for ${mean}`);
  };
  near("return-defective", rate * defective);
  near("return-described", rate * (1 - defective) * described);
  const { parameters: p } = context.world;
  // Whose claim is 800 gets less than was promised by so much.
  near("dispute-quality", (1 - rate) * (p["dispute.base"] + 0.8 * p["dispute.claim"]));
  near("dispute-late", (1 - rate) * p["dispute.late"]);
});

test("a store that answers its buyers hears of half the disputes", () => {
  const silent = cohort();
  const kind = cohort();
  kind.state.answered[kind.state.storeOf[0]!] = 1;
  silent.state.answered[silent.state.storeOf[0]!] = -1;
  const disputes = ({ context, law, of, state }: ReturnType<typeof cohort>) => {
    drawDelivered(context, law, of);
    const { columns, rows } = state.tables.cases;
    let units = 0;
    for (let at = 0; at < rows; at++) {
      const isOurs = columns.priceMinor[at] === of.priceMinor && columns.units[at]! > 50;
      if (isOurs && caseReasons[columns.reason[at]!] === "dispute-quality") {
        units += columns.units[at]!;
      }
    }
    return units;
  };
  const ratio = disputes(kind) / disputes(silent);
  assert.ok(Math.abs(ratio - 0.5) < 0.06, `${ratio}`);
});
