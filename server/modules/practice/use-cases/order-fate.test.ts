import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { OrderRow } from "@echelon/contract/practice/orders.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { documentKind } from "@echelon/kernel/ledger/document-kind.ts";
import { parcelEvents } from "@echelon/kernel/market/tables.ts";
import {
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDays, type SellingStore, sellingStore } from "../testing/selling-store.ts";

suite("the orders of a store that sold for weeks", () => {
  let house: PracticeHouse;
  let season: string;
  let store: string;
  let shown: SellingStore["shown"];
  let orders: OrderRow[];
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 20);
    ({ store, shown } = await sellingStore(house, season, {
      place: 0,
      products: 3,
      feeMinor: 120,
      priceBp: 8_000,
    }));
    await closeDays(house, season, 18);
    orders = await allOrders();
  });
  after(() => house.stop());

  async function allOrders(): Promise<OrderRow[]> {
    const found: OrderRow[] = [];
    let after: string | null = null;
    do {
      const page: { body: { items: OrderRow[]; next: string | null } } = await house.call(
        people.student(0),
        "GET /practice/seasons/:season/stores/:store/orders",
        { where: { season, store }, asks: { limit: "100", ...(after === null ? {} : { after }) } },
      );
      found.push(...page.body.items);
      after = page.body.next;
    } while (after !== null);
    return found;
  }

  const rowsOf = (text: string) =>
    house.fresh.owner.rows<{ event: number; units: number }>({
      name: "order-fate-test",
      text,
      values: [season, Number(store)],
    });

  test("end as the store's parcels do, event by event and unit by unit", async () => {
    const parcels = await rowsOf(
      `select event, sum(units)::int as units from practice.parcel_event
       where season_id = $1 and store = $2 group by event order by event`,
    );
    const sent = new Map(parcels.map(({ event, units }) => [parcelEvents[event]!, units]));
    const told = new Map<string, number>();
    for (const { parcels: ends } of orders) {
      for (const { event, units } of ends) told.set(event, (told.get(event) ?? 0) + units);
    }
    const ends = ["delivered", "refused", "lost", "returned", "destroyed", "seized"] as const;
    for (const event of ends) assert.equal(told.get(event) ?? 0, sent.get(event) ?? 0, event);
    const units = orders.reduce((sum, order) => sum + order.units, 0);
    assert.equal(units, sent.get("dispatched"));
    assert.ok((sent.get("delivered") ?? 0) > 50, "something arrived");
    assert.ok((sent.get("delivered") ?? 0) < units, "something is under way, refused or lost");
  });

  test("earn what the listing's waterfall said, as the books have it", async () => {
    const posted = await house.fresh.owner.rows<
      Record<"place" | "market" | "kept" | "gross", number>
    >({
      name: "posted-by-listing",
      text: `select subject % 256 as place, market,
                    sum(amount_minor) filter (where account = $4)::int as kept,
                    -sum(amount_minor) filter (where account = $5)::int as gross
             from practice.posting where season_id = $1 and store = $2 and party = $2 and kind = $3
               and day <= 5
             group by subject, market order by subject, market`,
      values: [season, Number(store), documentKind.dispatch, account.commission, account.revenue],
    });
    // While the store's tier, hence its commission, is that of the first day.
    assert.ok(posted.length > 3);
    for (const { place, market, kept, gross } of posted) {
      const { economics } = shown.find((one) => one.product === place && one.market === market)!;
      const units = gross / (economics.priceMinor + economics.feeMinor);
      assert.equal(Math.round(units), units);
      assert.equal(kept, units * economics.commissionMinor);
    }
  });
});
