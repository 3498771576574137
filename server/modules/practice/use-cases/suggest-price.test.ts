import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import {
  contextOf,
  type DecisionContext,
} from "@echelon/kernel/market/decisions/decision-context.ts";
import { unitBreakdown } from "@echelon/kernel/market/books/economics.ts";
import { chargebackUnit, lostShare } from "@echelon/kernel/market/books/sound-price.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { firstSeat } from "@echelon/kernel/market/state/season.ts";
import { scenarioWorld, seedOf } from "../engine/simulate-season.ts";
import { soundPriceAt, suggestPrice } from "./suggest-price.ts";

function opened(scenario: string): DecisionContext {
  const world = scenarioWorld(scenario, { bots: 5 });
  return contextOf(openSeason(world, seedOf(1), (bytes) => new ArrayBuffer(bytes)));
}

type Left = {
  readonly margin: number;
  readonly beforeDuty: number;
  readonly afterDuty: number;
  /** Margin by the net price if nothing comes back. */
  readonly plain: number;
};

/** What the suggested price leaves of each product on a lane, the poorest first. */
function leftOf(context: DecisionContext, market: number, service: number): Left[] {
  const { world, book } = context;
  const store = firstSeat(world);
  const local = (minor: number) =>
    exchanged(book, minor, world.base, world.currencyOfMarket[market]!);
  return world.source.products
    .flatMap((_, product) => {
      const lane = { store, product, market, service };
      const priceMinor = soundPriceAt(context, lane);
      if (priceMinor === 0) return [];
      const unit = unitBreakdown(context, { ...lane, priceMinor, feeMinor: 0 });
      if (unit === null) return [];
      // What buyers bring back is paid out again, and their banks ask a fee.
      const kept = 1 - lostShare(context, product, service);
      const beforeDuty = (priceMinor - unit.commissionMinor) * kept;
      const afterDuty = beforeDuty - unit.sellerMinor;
      const sent = unit.goodsMinor + unit.shippingMinor + chargebackUnit(context);
      const margin = afterDuty - local(Math.floor(sent + 0.5));
      const plain = local(unit.marginMinor) / (priceMinor - unit.commissionMinor);
      return [{ margin, beforeDuty, afterDuty, plain }];
    })
    .toSorted((a, b) => a.margin / a.beforeDuty - b.margin / b.beforeDuty);
}

for (const scenario of ["first-week", "class-40"]) {
  test(`the sound price of ${scenario} leaves about 1/e of the net price, duty paid`, () => {
    // Why: the suggestion once forgot the seller's duty and left 5 % in the United States.
    const context = opened(scenario);
    const { world } = context;
    const share = 1 / world.parameters["bot.elasticity"];
    let lanes = 0;
    for (const [market, id] of world.marketIds.entries()) {
      for (const [service, { leg, markets }] of world.source.trade.services.entries()) {
        if (leg !== "parcel" || !markets.includes(id)) continue;
        const left = leftOf(context, market, service);
        if (left.length === 0) continue;
        lanes += 1;
        const { margin, beforeDuty, afterDuty } = left[Math.floor(left.length / 2)]!;
        // Duty by value works like a commission, duty by piece like a cost: the price that earns
        // most leaves 1/e of what is left after the one, and before the other.
        assert.ok(margin >= 0.95 * share * afterDuty, `${id}/${service} ${margin}/${afterDuty}`);
        assert.ok(margin <= 1.05 * share * beforeDuty, `${id}/${service} ${margin}/${beforeDuty}`);
        const poorest = left.reduce((least, { plain }) => Math.min(least, plain), 1);
        assert.ok(poorest > 0.1, `${id}/${service}: the poorest`);
      }
    }
    assert.ok(lanes >= world.marketIds.length);
  });
}

test("no price is suggested where the product cannot be sent", () => {
  const context = opened("first-week");
  const store = firstSeat(context.world);
  const nowhere = { store, product: 0, market: 0, service: -1 };
  assert.equal(suggestPrice(context, nowhere, 5_000).suggestedPriceMinor, 0);
});

test("a suggestion stands half way to the going price, and never below cost", () => {
  // Why: costs alone once asked 19 USD where others got 50, and the first goods were gone at once.
  const context = opened("class-40");
  const { world, book } = context;
  const store = firstSeat(world);
  const lanes = world.marketIds.flatMap((id, market) =>
    world.source.trade.services.flatMap(({ leg, markets }, service) =>
      leg === "parcel" && markets.includes(id) ? [{ market, service }] : [],
    ),
  );
  const lane = fc.record({
    at: fc.constantFrom(...lanes),
    product: fc.nat({ max: world.source.products.length - 1 }),
    going: fc.integer({ min: 1, max: 30_000 }),
  });
  fc.assert(
    fc.property(lane, ({ at, product, going }) => {
      const where = { store, product, ...at };
      const sound = soundPriceAt(context, where);
      if (sound === 0) return;
      const alone = suggestPrice(context, where, undefined);
      assert.deepEqual(alone, {
        suggestedPriceMinor: sound,
        soundPriceMinor: sound,
        goingPriceMinor: null,
      });
      const priceMinor = suggestPrice(context, where, going).suggestedPriceMinor;
      assert.ok(priceMinor >= Math.min(sound, going) && priceMinor <= Math.max(sound, going));
      if (going >= sound) assert.equal(priceMinor, Math.round((sound + going) / 2));
      const unit = unitBreakdown(context, { ...where, priceMinor, feeMinor: 0 });
      const cent = exchanged(book, 1, world.currencyOfMarket[at.market]!, world.base);
      assert.ok(unit === null || unit.marginMinor >= -2 * Math.max(1, cent), JSON.stringify(unit));
    }),
  );
});
