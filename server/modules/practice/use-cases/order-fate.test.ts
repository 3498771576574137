import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { OrderRow, OrderView } from "@echelon/contract/practice/orders.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { documentKind } from "@echelon/kernel/ledger/document-kind.ts";
import { parcelEvents } from "@echelon/kernel/market/state/tables.ts";
import {
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import { viewOrder } from "./view-orders.ts";
import { closeDays, type SellingStore, sellingStore } from "../testing/selling-store.ts";

suite("the orders of a store that sold for weeks", () => {
  const engine = createSeasonEngine();
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
      products: 5,
      feeMinor: 120,
      priceBp: 4_000,
    }));
    await closeDays(house, season, 18);
    orders = await allOrders();
  });
  after(async () => {
    await engine.stop();
    await house.stop();
  });

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
    const arrived = sent.get("delivered") ?? 0;
    assert.ok(arrived > 0 && arrived < units, "some have arrived, some are under way or lost");
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

  /** The pages of some orders: more of them than one person may ask for in a minute. */
  async function viewsOf(asked: readonly OrderRow[]): Promise<OrderView[]> {
    const means = { ...house.app.means, engine };
    const views: OrderView[] = [];
    for (const { id } of asked) {
      const answer = await viewOrder(means, people.student(0), season, Number(store), id);
      assert.ok(answer.ok);
      views.push(answer.value);
    }
    return views;
  }

  const unitsOf = (some: readonly { units: number }[]) =>
    some.reduce((sum, { units }) => sum + units, 0);

  /** Whether money of an order went back: for what never arrived, or at the end of a case. */
  function isPaidBack({ parcels }: OrderRow, claims: OrderView["claims"]): boolean {
    const missed = unitsOf(parcels.filter(({ event }) => event !== "delivered"));
    // Who disputes a lost parcel waits for the end of the case.
    const disputed = unitsOf(claims.filter(({ reason }) => reason === "dispute-lost"));
    const kept = new Set([null, "replaced", "won"]);
    return missed > disputed || claims.some(({ event }) => !kept.has(event));
  }

  /** What documents of a kind moved on the store's accounts on a day, by account and currency. */
  async function booked(
    kind: number,
    days: readonly [number, number],
  ): Promise<Map<string, number>> {
    const rows = await house.fresh.owner.rows<Record<"account" | "currency" | "minor", number>>({
      name: "booked-by-account",
      text: `select account, currency, sum(amount_minor)::int as minor from practice.posting
             where season_id = $1 and store = $2 and party = $2 and kind = $3
               and day between $4 and $5
             group by account, currency order by account, currency`,
      values: [season, Number(store), kind, ...days],
    });
    return new Map(rows.map((row) => [`${row.account}/${row.currency}`, row.minor]));
  }

  const sumOf = (moved: Map<string, number>, of: number) =>
    [...moved]
      .filter(([key]) => key.startsWith(`${of}/`))
      .reduce((sum, [, minor]) => sum + minor, 0);

  test("pay in all what the books have as sales: price and fee of every unit", async () => {
    const paid = orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    assert.equal(paid, -sumOf(await booked(documentKind.dispatch, [1, 18]), account.revenue));
  });

  test("show their money line by line, and the lines add up to the day's documents", async () => {
    const byDay = [...Map.groupBy(orders, ({ day }) => day)];
    const [day] = byDay.toSorted(([, a], [, b]) => b.length - a.length)[0]!;
    const views = await viewsOf(orders.filter((order) => order.day === day));
    assert.ok(views.length > 5);
    const total = (code: string) =>
      views.reduce(
        (sum, { earned }) =>
          sum +
          earned.filter((line) => line.code === code).reduce((of, { minor }) => of + minor, 0),
        0,
      );
    const moved = await booked(documentKind.dispatch, [day, day]);
    assert.equal(total("sales"), -sumOf(moved, account.revenue));
    for (const name of ["commission", "shipping", "duty", "costOfGoods"] as const) {
      assert.equal(total(name), -sumOf(moved, account[name]), name);
    }
    for (const { order, lines, earned, claims } of views) {
      const paid = lines.find(({ code }) => code === "total")!;
      const before = lines.filter(({ code }) => code !== "total" && code !== "back");
      assert.equal(
        paid.minor,
        before.reduce((sum, { minor }) => sum + minor, 0),
      );
      const left = earned.at(-1)!;
      const parts = earned.slice(0, -1);
      assert.equal(left.code, "left");
      assert.equal(
        left.booksMinor,
        parts.reduce((sum, { booksMinor }) => sum + booksMinor, 0),
      );
      assert.equal(
        earned.some(({ code }) => code === "refund"),
        isPaidBack(order, claims),
      );
    }
  });

  test("pay back what never arrived or came back, as the books do", async () => {
    const ended = orders.filter(({ parcels }) => parcels.length > 0);
    const views = await viewsOf(ended);
    const refunds = views.flatMap(({ earned }) => earned.filter(({ code }) => code === "refund"));
    const back = refunds.reduce((sum, { minor }) => sum + minor, 0);
    const booksBack = sumOf(await booked(documentKind.refund, [1, 18]), account.refunds);
    assert.equal(back + booksBack, 0);
  });

  test("carry each review once, at an order that had arrived as the review says", async () => {
    const reviews = await house.fresh.owner.rows<Record<"day" | "ordered" | "stars", number>>({
      name: "reviews-by-order-day",
      text: `select day, ordered_on as ordered, stars from practice.review
             where season_id = $1 and store = $2 order by ordered_on, day, line`,
      values: [season, Number(store)],
    });
    const days = [...new Set(reviews.map(({ ordered }) => ordered))].filter((day) => day > 0);
    for (const day of days.slice(0, 4)) {
      const views = await viewsOf(orders.filter((order) => order.day === day));
      const told = views.flatMap(({ review }) => (review === null ? [] : [review]));
      const written = reviews.filter(({ ordered }) => ordered === day);
      const starsOf = (of: readonly { stars: number; day: number }[]) =>
        of.map(({ stars, day: on }) => `${on}:${stars}`).toSorted();
      assert.deepEqual(starsOf(told), starsOf(written));
      for (const { order, review } of views) {
        if (review === null) continue;
        const arrived = order.parcels.filter(({ event }) => event === "delivered");
        assert.ok(arrived.some((end) => end.day < review.day));
      }
    }
  });
});
