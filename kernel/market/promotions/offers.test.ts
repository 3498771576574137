/** Ways round what promotions and list prices are held to. */
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { closeDay } from "../day.ts";
import { applyDecision } from "../decisions/apply-decision.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  beginnersLog,
  entriesOf,
  exampleSeason,
  firstDay,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { newDayReport } from "../reports/report.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { inspectListPrices } from "./list-price.ts";
import { promotionKinds, type PromotionKind } from "./promotion-kinds.ts";

const where = { sku: "S0-0", market: "us" } as const;
const options = { visitsPerDay: 40_000, modules: { promotions: true } };
type Planned = Readonly<Record<number, readonly StoreDecision[]>>;

/** A beginner's store, day by day, with what it decides on some of them. */
function tradingTo(last: number, planned: Planned) {
  const { season, work } = exampleSeason(options);
  const { world, state } = season;
  const store = firstSeat(world);
  const soldUnits: number[][] = [];
  for (let day = 1; day <= last; day++) {
    const log = day === 1 ? [...beginnersLog(world)] : [];
    log.push(...entriesOf(store, day, planned[day] ?? [], 20 * day));
    closeDay(season, log, work, { into: state });
    const { columns, rows } = state.tables.promotions;
    soldUnits.push([...columns.soldUnits.subarray(0, rows)]);
  }
  const listing = state.storeOf.indexOf(store) * state.sizes.markets;
  return { season, store, listing, soldUnits };
}
type Traded = ReturnType<typeof tradingTo>;

type Run = Extract<StoreDecision, { kind: "run-promotion" }>;
const run = (promotion: PromotionKind, change: Partial<Run>): Run => ({
  kind: "run-promotion",
  ...where,
  promotion,
  depthBp: 2_000,
  from: 8,
  to: 12,
  ...change,
});

/** Share of the seeds in which the list price is found on the day after the last one traded. */
function found({ season, store, listing }: Traded, decisions: readonly StoreDecision[]): number {
  const seeds = 600;
  let taken = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const state = copyState(season.state, ordinaryMemory);
    const context = contextOf({ ...season, state, seed: { k0: seed, k1: 9 } });
    for (const [at, decision] of decisions.entries()) {
      assert.equal(applyDecision(context, store, 900 + at, decision).kind, "accepted");
    }
    const report = newDayReport(state, season.world.source.scenario.burnInDays, () => true);
    inspectListPrices(context, report);
    taken += state.listMinor[listing] === 0 ? 1 : 0;
  }
  return taken / seeds;
}

/** Within three standard deviations. */
function assertShare(share: number, expected: number): void {
  const most = 3 * Math.sqrt((expected * (1 - expected)) / 600);
  assert.ok(Math.abs(share - expected) < most, `${share} and not ${expected}`);
}

suite("ways round the rules of offers", () => {
  const relist = { kind: "relist-listing", ...where } as const;
  const withdraw = { kind: "withdraw-listing", ...where } as const;
  const list = { kind: "set-price", ...where, priceMinor: 2_499, listPriceMinor: 3_999 } as const;

  test("a list price put up on a withdrawn listing is looked at when that is live again", () => {
    const hidden = tradingTo(6, { 5: [withdraw, list] });
    const { world } = hidden.season;
    const publish = firstDay(world, where.sku, 2_499).find(
      ({ kind }) => kind === "publish-listing",
    );
    assert.equal(found(hidden, []), 0, "nobody sees it yet");
    assertShare(found(hidden, [relist]), 0.1);
    assertShare(found(hidden, [publish!]), 0.1);
    // Who lists what is listed already puts nothing up.
    const shown = tradingTo(6, { 4: [list] });
    assert.equal(shown.season.state.listMinor[shown.listing], 3_999);
    assert.equal(found(shown, [relist]), 0);
  });

  test("a promotion that began on a withdrawn listing is looked at on its first live day", () => {
    for (const kind of ["price-cut", "coupon"] as const) {
      const begun = tradingTo(6, { 5: [withdraw, list, run(kind, { from: 5, to: 12 })] });
      assertShare(found(begun, [relist]), 0.19);
    }
    // One that was live before is not begun again.
    const known = tradingTo(6, { 4: [run("coupon", { from: 4, to: 12 })], 5: [withdraw, list] });
    assertShare(found(known, [relist]), 0.1);
  });

  test("only a flash sale is of some slices", () => {
    const second = firstDay(exampleSeason(options).season.world, "S1-0", 1_899)
      .filter(({ kind }) => kind !== "open-campaign" && kind !== "set-bid")
      .map((one) => (one.kind === "select-product" ? { ...one, place: 1 } : one));
    const { season, store } = tradingTo(1, { 1: second });
    const kinds = promotionKinds.filter((kind) => kind !== "flash-sale");
    for (const kind of kinds) {
      const sums = kind === "full-reduction" ? { overMinor: 4_000, offMinor: 700 } : {};
      const others = kind === "bundle" ? { others: ["S1-0"] } : {};
      const wish = run(kind, { pieces: 2, ...sums, ...others });
      assert.equal(checkDecision(season, store, wish).kind, "accepted", kind);
      const ruling = checkDecision(season, store, { ...wish, slices: [1] });
      assert.equal(ruling.kind === "refused" && ruling.code, "practice/value-not-allowed", kind);
    }
  });

  test("a dissolved group gives a promotion beside it back what it counted that day", () => {
    const stock: StoreDecision = { kind: "place-purchase", sku: where.sku, units: 2_000 };
    const flash = run("flash-sale", { slices: [1], from: 8, to: 10, capUnits: 40 });
    const group = run("group-buy", { pieces: 9_000, from: 9, to: 9 });
    const { soldUnits } = tradingTo(10, { 1: [stock], 8: [flash, group] });
    const [first, dissolved, last] = soldUnits.slice(7).map(([ofFlash]) => ofFlash!);
    assert.ok(first! > 0 && last! > first! && last! <= 40, `${first}, ${last}`);
    assert.equal(dissolved, first);
  });
});
