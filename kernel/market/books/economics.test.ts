import { test } from "node:test";
import assert from "node:assert/strict";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { closeDay } from "../day.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { discountedPrice, unitBreakdown } from "./economics.ts";
import {
  entriesOf,
  entry,
  exampleListing,
  exampleScores,
  exampleSeason,
} from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import type { DayTables } from "../state/tables.ts";
import type { World } from "../world/world.ts";

/** What a store's own dispatch documents of a market moved on an account that day. */
function dispatched({ postings }: DayTables, store: number, market: number, of: number): number {
  const { columns, rows } = postings;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const isOwn = columns.store[row] === store && columns.party[row] === store;
    if (!isOwn || columns.kind[row] !== documentKind.dispatch) continue;
    if (columns.market[row] === market && columns.account[row] === of) {
      sum += columns.amountMinor[row]!;
    }
  }
  return sum;
}

function taxed({ postings }: DayTables, store: number, market: number): number {
  const { columns, rows } = postings;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const isSale = columns.store[row] === store && columns.kind[row] === documentKind.dispatch;
    const isOffice = columns.party[row] === partyOf("taxOffice", market);
    if (isSale && isOffice && columns.account[row] === account.cash) {
      sum += columns.amountMinor[row]!;
    }
  }
  return sum;
}

const priceMinor = 2_498;
const feeMinor = 633;
const depthBp = 1_250;

/** A listing in the second market, with a shipping fee and a promotion that runs throughout. */
function sellAbroad(world: World, service: string): readonly StoreDecision[] {
  const market = world.marketIds[1]!;
  const { sku } = world.source.products[0]!;
  return [
    { kind: "select-product", sku, place: 0 },
    { kind: "set-shipping", sku, market, service, feeMinor, promiseDays: 20 },
    {
      kind: "publish-listing",
      sku,
      market,
      listing: exampleListing,
      scores: exampleScores(world),
      priceMinor,
    },
    { kind: "run-promotion", sku, market, depthBp, from: 1, to: 30 },
    { kind: "place-purchase", sku, units: 400 },
  ];
}

test("a unit earns what was projected: commission on the price only, fee, taxes, freight", () => {
  for (const leg of ["post", "line"] as const) {
    const { season, work } = exampleSeason({ visitsPerDay: 20_000 });
    const { world, state } = season;
    const store = firstSeat(world);
    const market = 1;
    const service = world.source.trade.services.findIndex(({ id }) => id === `de-${leg}`);
    const log = [entry(world, 0, 0), ...entriesOf(store, 1, sellAbroad(world, `de-${leg}`))];
    let units = 0;
    for (let day = 1; day <= 25; day++) {
      const entries = log.filter((one) => one.day === day);
      const { tables } = closeDay(season, entries, work, { into: state });
      const { columns, rows } = tables.sales;
      let sold = 0;
      for (let row = 0; row < rows; row++) {
        if (columns.store[row] !== store) continue;
        assert.equal(columns.priceMinor[row], discountedPrice(priceMinor, depthBp));
        sold += columns.units[row]!;
      }
      if (sold === 0) continue;
      const paid = { priceMinor: discountedPrice(priceMinor, depthBp), feeMinor };
      const one = unitBreakdown(contextOf(season), {
        store,
        product: 0,
        market,
        service,
        ...paid,
      })!;
      const posted = (of: number) => dispatched(tables, store, market, of);
      assert.equal(-posted(account.revenue), (paid.priceMinor + feeMinor) * sold);
      assert.equal(posted(account.commission), one.commissionMinor * sold);
      assert.equal(taxed(tables, store, market), (one.atSaleMinor + one.sellerMinor) * sold);
      assert.ok(Math.abs(posted(account.shipping) - one.shippingMinor * sold) <= sold);
      // Bought at another day's rate, in bulk or as starter goods: no dearer than that.
      assert.ok(posted(account.costOfGoods) <= one.goodsMinor * sold * 1.03);
      units += sold;
    }
    assert.ok(units > 5, `${units} sold by ${leg}`);
  }
});

test("what is left of a unit is what its parts leave", () => {
  const { season } = exampleSeason();
  const context = contextOf(season);
  const unit = { store: firstSeat(season.world), product: 1, market: 0, service: 1 };
  const free = unitBreakdown(context, { ...unit, priceMinor: 3_000, feeMinor: 0 })!;
  const paid = unitBreakdown(context, { ...unit, priceMinor: 3_000, feeMinor: 500 })!;
  for (const one of [free, paid]) {
    const fee = one === paid ? 500 : 0;
    const net = 3_000 + fee - one.commissionMinor - one.sellerMinor;
    assert.equal(one.marginMinor, net - one.goodsMinor - one.shippingMinor);
  }
  assert.equal(paid.commissionMinor, free.commissionMinor);
  assert.equal(unitBreakdown(context, { ...unit, service: -1, priceMinor: 1, feeMinor: 0 }), null);
});

test("a promotion's price is rounded half up, as the page asks it", () => {
  assert.equal(discountedPrice(1_001, 5_000), 501);
  assert.equal(discountedPrice(999, 0), 999);
  assert.equal(discountedPrice(10, 9_999), 0);
});
