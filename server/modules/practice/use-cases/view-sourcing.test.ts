import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";

suite("a store and its suppliers", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const desk = (season: string, store: string, place: number) => {
    const where = { season, store };
    const student = people.student(place);
    const read = async (
      does:
        | "GET /practice/seasons/:season/stores/:store/sourcing"
        | "GET /practice/seasons/:season/stores/:store/stock",
    ) => (await house.call(student, does, { where })).body;
    return {
      sourcing: async () => {
        const body = await read("GET /practice/seasons/:season/stores/:store/sourcing");
        return body as Extract<typeof body, { waitsFromMilli: number }>;
      },
      stock: async () => {
        const body = await read("GET /practice/seasons/:season/stores/:store/stock");
        return body as Extract<typeof body, { arrivals: unknown }>;
      },
      project: async (wish: Wish) => {
        const does = "POST /practice/seasons/:season/stores/:store/check";
        const asked = await house.call(student, does, { where, body: { wishes: [wish] } });
        return asked.body.items[0]!;
      },
    };
  };

  test("a workshop's goods cost what was shown, and are called off for a fee", async () => {
    const season = await runningSeason(house, 30);
    const store = await openStore(house, season, 0);
    const { sourcing, stock, project } = desk(season, store, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    const [product] = (await sourcing()).products;
    const workshop = product!.suppliers[1]!;
    const wish: Wish = { kind: "place-purchase", sku, units: workshop.moq, supplier: 1 };
    const shown = await project(wish);
    assert.equal(shown.kind, "accepted");
    const cost = shown.kind === "accepted" ? shown.purchase?.costMinor : undefined;
    assert.ok(Math.abs(workshop.breaks[0]!.unitMinor * workshop.moq - cost!) <= workshop.moq);
    const low = await project({ ...wish, units: workshop.moq - 1 });
    assert.equal(low.kind === "refused" && low.refusal.code, "practice/below-moq");
    const twice = await hand(house, season, store, 0, 1, [wish, wish]);
    const [kept, off] = twice.body.numbers;
    const before = (await stock()).arrivals;
    const [first] = before;
    assert.deepEqual(
      before.map(({ costMinor, supplier }) => [costMinor, supplier]),
      [
        [cost, 1],
        [cost, 1],
      ],
    );
    const refund = await project({ kind: "cancel-purchase", sku, purchase: off! });
    assert.equal(refund.kind === "accepted" && refund.cashMinor, first!.cancel?.backMinor);
    await hand(house, season, store, 0, 1, [{ kind: "cancel-purchase", sku, purchase: off! }]);
    const [arrival] = (await stock()).arrivals;
    assert.equal(arrival!.number, kept);
    for (let day = 1; day <= arrival!.dueOn; day += 1) await closeDay(house, season, day);
    const { events, products } = await sourcing();
    assert.deepEqual(
      events.map(({ day, supplier, units, amountMinor }) => [day, supplier, units, amountMinor]),
      [[arrival!.dueOn, 1, workshop.moq, cost]],
    );
    const terms = products[0]!.suppliers[1]!;
    assert.deepEqual([terms.units, terms.paid, terms.late], [workshop.moq, 1, 1]);
  });

  test("a beginners' season has makers only", async () => {
    const season = await runningSeason(house, 4);
    const store = await openStore(house, season, 1);
    const { sourcing, project } = desk(season, store, 1);
    const [sku = ""] = await choosableSkus(house, season, store, 1);
    await hand(house, season, store, 1, 1, [{ kind: "select-product", sku }]);
    assert.equal((await sourcing()).products[0]!.suppliers.length, 1);
    const asked = await project({ kind: "place-purchase", sku, units: 500, supplier: 1 });
    assert.equal(asked.kind === "refused" && asked.refusal.code, "practice/module-off");
  });
});
