import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { WhyAgainst, WhyView } from "@echelon/contract/practice/why.ts";
import type { TodayView } from "@echelon/contract/practice/today.ts";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDays, sellingStore } from "../testing/selling-store.ts";

suite("asking why", () => {
  let house: PracticeHouse;
  let season: string;
  let store: string;
  /** The first goods are sold out on the first day; what was bought then comes on this one. */
  let arrival: number;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 40, { bots: 24 }, 1);
    const wish = { products: 1, feeMinor: 0, place: 0, priceBp: 8_000 };
    ({ store } = await sellingStore(house, season, wish));
    // Enough others in the shelf that the store is not its own going price.
    for (const place of [1, 2, 3]) {
      await sellingStore(house, season, { ...wish, place, priceBp: 9_000 });
    }
    const { body } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/stock",
      { where: { season, store } },
    );
    arrival = body.arrivals[0]!.dueOn;
    await closeDays(house, season, arrival - 1);
  });
  after(() => house.stop());

  const ask = (day: number, against: WhyAgainst, person = people.student(0)) =>
    house.call(person, "GET /practice/seasons/:season/stores/:store/why", {
      where: { season, store },
      asks: { day: String(day), against },
    });
  const why = async (day: number, against: WhyAgainst): Promise<WhyView> => {
    const answer = await ask(day, against);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const figureOf = (view: WhyView, id: "orders" | "sales" | "profit") => {
    const figure = view.figures.find((one) => one.id === id);
    assert.ok(figure !== undefined);
    return figure;
  };
  const sum = (view: WhyView, id: "orders" | "sales" | "profit") =>
    figureOf(view, id).parts.reduce((total, { value }) => total + value, 0);

  test("names a dearer price as the cause, and nothing else of that day", async () => {
    const sku = (await why(2, "yesterday")).listings[0]?.sku ?? "";
    const wishes = [{ kind: "set-price" as const, sku, market: "us", priceMinor: 99_900 }];
    const handed = await hand(house, season, store, 0, arrival, wishes);
    assert.equal(handed.status, 200, JSON.stringify(handed.body));
    await closeDay(house, season, arrival);
    const view = await why(arrival, "own");
    const { parts } = figureOf(view, "sales");
    const causes = parts.filter(({ value }) => value !== 0).map(({ cause }) => cause);
    // What the dear store does not sell its rivals do, and some of them are sold out by it.
    assert.deepEqual(
      causes.filter((cause) => cause !== "luck" && cause !== "rivals"),
      ["price"],
    );
    const there = view.listings.find(({ market }) => market === "us");
    // Other markets take the units that the dear one leaves, for they sell from the same stock.
    assert.ok(there !== undefined && there.salesMinor < 0, JSON.stringify(view.listings));
  });

  test("gives parts that sum to the change that Today shows", async () => {
    const view = await why(arrival, "yesterday");
    const { body } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/today",
      { where: { season, store } },
    );
    for (const id of ["orders", "sales", "profit"] as const) {
      const { before: from, after: to } = figureOf(view, id);
      const shown = (body as TodayView).figures.find((one) => one.id === id);
      assert.deepEqual([from, to], [shown?.previous, shown?.value], id);
      assert.equal(sum(view, id), to - from, id);
    }
    const sales = figureOf(view, "sales");
    const stock = sales.parts.find(({ cause }) => cause === "stock")!;
    assert.ok(stock.value > 0, "goods came, so there was something to sell");
    for (const { cause, value } of sales.parts) {
      const rows = view.listings.filter((one) => one.cause === cause);
      if (rows.length === 0) continue;
      assert.equal(
        rows.reduce((total, row) => total + row.salesMinor, 0),
        value,
        cause,
      );
    }
  });

  test("says the same again, and to a teacher as well", async () => {
    const teachers = await ask(arrival, "yesterday", people.teacher);
    assert.deepEqual(await why(arrival, "yesterday"), teachers.body);
  });

  test("says nothing of days that have none to be compared with", async () => {
    for (const [day, against] of [
      [1, "yesterday"],
      [7, "week"],
      [arrival + 1, "yesterday"],
      [arrival + 1, "own"],
    ] as const) {
      assert.deepEqual((await why(day, against)).figures, [], `${day} ${against}`);
    }
    assert.equal((await why(1, "own")).figures.length, 3);
  });

  test("tells what was lost for want of stock on a day that was sold out", async () => {
    const lost = (day: number, person = people.student(0)) =>
      house.call(person, "GET /practice/seasons/:season/stores/:store/lost-sales", {
        where: { season, store },
        asks: { day: String(day) },
      });
    const { status, body } = await lost(arrival - 1);
    assert.equal(status, 200, JSON.stringify(body));
    const soldOut = body.rows.filter(({ reason }) => reason === "soldOut");
    assert.ok(soldOut.length > 0 && soldOut.every(({ salesMinor }) => salesMinor > 0));
    assert.deepEqual((await lost(arrival - 1)).body, body);
    assert.deepEqual((await lost(arrival + 1)).body.rows, []);
    assert.equal((await lost(arrival - 1, people.student(1))).status, 404);
  });

  test("shows the page that an order's buyer chose from", async () => {
    const at = { season, store };
    const { body: orders } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/orders",
      { where: at },
    );
    const searched = orders.items.filter(({ source }) => source === "search");
    const order = searched[0]!;
    const pageOf = (id: string, person = people.student(0)) =>
      house.call(person, "GET /practice/seasons/:season/stores/:store/orders/:order/page", {
        where: { ...at, order: id },
      });
    const { status, body } = await pageOf(order.id);
    assert.equal(status, 200, JSON.stringify(body));
    const bought = body.places.filter(({ isBought }) => isBought);
    assert.deepEqual(
      bought.map(({ sku, place, isMine, priceMinor }) => ({ sku, place, isMine, priceMinor })),
      [{ sku: order.sku, place: order.place, isMine: true, priceMinor: order.priceMinor }],
    );
    assert.deepEqual([body.phrase, body.market], [order.phrase, order.market]);
    const seen = await Promise.all(searched.slice(0, 10).map(({ id }) => pageOf(id)));
    const rivals = seen.flatMap(({ body: page }) => page.places.filter(({ isMine }) => !isMine));
    assert.ok(rivals.length > 0, "rivals stand there as well");
    assert.equal((await pageOf(`${order.day}-0-9999`)).status, 404);
    assert.equal((await pageOf(order.id, people.student(1))).status, 404);
  });

  test("shows nobody another store's reasons", async () => {
    const { status } = await ask(2, "yesterday", people.student(1));
    assert.equal(status, 404);
  });
});
