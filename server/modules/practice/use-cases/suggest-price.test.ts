import assert from "node:assert/strict";
import { test } from "node:test";
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
import { suggestPrice } from "./suggest-price.ts";

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
      const priceMinor = suggestPrice(context, lane);
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
  test(`the suggested price of ${scenario} leaves about 1/e of the net price, duty paid`, () => {
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
  assert.equal(suggestPrice(context, { store, product: 0, market: 0, service: -1 }), 0);
});
