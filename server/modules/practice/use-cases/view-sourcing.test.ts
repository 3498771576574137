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

/** A slow workshop takes more than a month. */
const daysMax = 60;

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
    const season = await runningSeason(house, daysMax);
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

  test("what was asked, tried and looked at is heard of at the close", async () => {
    const season = await runningSeason(house, daysMax);
    const store = await openStore(house, season, 2);
    const { sourcing, stock, project } = desk(season, store, 2);
    const [sku = ""] = await choosableSkus(house, season, store, 2);
    await hand(house, season, store, 2, 1, [{ kind: "select-product", sku }]);
    const { products, typicalMilli } = await sourcing();
    const terms = products[0]!.suppliers[2]!;
    assert.ok(typicalMilli > 3_000 && typicalMilli < 5_000);
    const talk = terms.talks.find(({ ask }) => ask === "lead")!;
    assert.equal(talk.chanceBp, talk.baseBp, "nobody knows this store yet");
    const sample: Wish = { kind: "order-sample", sku, supplier: 2 };
    const shown = await project(sample);
    assert.equal(shown.kind === "accepted" && -shown.cashMinor, terms.sampleMinor);
    const handed = await hand(house, season, store, 2, 1, [
      { kind: "negotiate", sku, supplier: 2, ask: "lead" },
      sample,
      { kind: "place-purchase", sku, units: terms.moq, supplier: 2 },
    ]);
    const purchase = handed.body.numbers[2]!;
    await hand(house, season, store, 2, 1, [
      { kind: "order-inspection", sku, purchase, shareBp: 10_000 },
    ]);
    const [arrival] = (await stock()).arrivals;
    assert.equal(arrival!.inspectBp, 10_000);
    const asking = (await sourcing()).products[0]!.suppliers[2]!;
    assert.ok(asking.isTalking && asking.isSampled, "both are heard of at the close");
    for (let day = 1; day <= arrival!.dueOn; day += 1) await closeDay(house, season, day);
    const { events, products: after } = await sourcing();
    // A quick supplier's goods may come on the day on which the others are heard of.
    const came = events.find(({ event }) => event === "received");
    const heard = events.filter(({ event }) => event !== "received");
    assert.equal(came!.units + came!.found, terms.moq);
    assert.equal(came!.looked, terms.moq);
    assert.deepEqual(
      heard.map(({ day, event, ask }) => [day, event === "sampled" ? event : ask]),
      [
        [1, "sampled"],
        [1, "lead"],
      ],
    );
    const known = after[0]!.suppliers[2]!;
    assert.equal(known.looked, terms.moq + 20);
    assert.equal(known.leadBp, heard[1]!.grantedBp);
  });

  test("an office and people cost what was shown, and bring what they bring", async () => {
    const season = await runningSeason(house, daysMax);
    const store = await openStore(house, season, 3);
    const { project } = desk(season, store, 3);
    const does = "GET /practice/seasons/:season/stores/:store/company";
    const where = { season, store };
    const look = async () => (await house.call(people.student(3), does, { where })).body;
    const { cities, moveMinor, crews, office } = await look();
    assert.equal(office, null);
    assert.ok(cities.length > 1 && crews.every(({ heads }) => heads === 0));
    const move: Wish = { kind: "set-office", city: "hangzhou", isLuxury: false };
    const shown = await project(move);
    const { rentMonthMinor } = cities.find(({ id }) => id === "hangzhou")!;
    const week = shown.kind === "accepted" ? -shown.cashMinor - moveMinor : 0;
    assert.ok(week > 0 && Math.abs(week - (7 * rentMonthMinor) / 30) <= 1, "and the first week");
    await hand(house, season, store, 3, 1, [
      move,
      { kind: "hire-staff", role: "operations", heads: 2, level: 2 },
    ]);
    const after = await look();
    assert.deepEqual(after.office, { city: "hangzhou", isLuxury: false });
    const [, operations] = after.crews;
    assert.deepEqual([operations!.skillMilli, operations!.payMilli], [3_000, 2_000]);
    assert.equal(operations!.monthMinor, 2 * operations!.hireMonthMinor[1]!);
    assert.ok(operations!.effect > 0);
    const nowhere = await project({ kind: "set-office", city: "nowhere", isLuxury: false });
    assert.equal(nowhere.kind === "refused" && nowhere.refusal.code, "practice/no-such-city");
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
