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
} from "../testing/practice-class.ts";

suite("a store and its banks", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  /** A class's season has banks. */
  const banked = (days = 4) => runningSeason(house, days, { scenario: "class-40" });
  const ask = (season: string, store: string, place: number) => {
    const where = { season, store };
    const student = people.student(place);
    return {
      finance: async () =>
        (
          await house.call(student, "GET /practice/seasons/:season/stores/:store/finance", {
            where,
          })
        ).body,
      money: async () =>
        (await house.call(student, "GET /practice/seasons/:season/stores/:store/money", { where }))
          .body,
      today: async () =>
        (await house.call(student, "GET /practice/seasons/:season/stores/:store/today", { where }))
          .body,
    };
  };

  test("the line for forwards is shown before it is reached", async () => {
    const season = await banked();
    const store = await openStore(house, season, 4);
    const { forwardLineMinor, forwardUsedMinor, rates, currency } = await ask(
      season,
      store,
      4,
    ).finance();
    assert.ok(forwardLineMinor > 0);
    assert.equal(forwardUsedMinor, 0);
    // Nothing is held in the other currency, so all of it is a bet.
    const to = rates[0]!.currency;
    const hedge = { kind: "hedge-currency", from: currency, to, days: 5 } as const;
    const amounts = [3 * forwardLineMinor, Math.floor(forwardLineMinor / 2)];
    const asked = await house.call(
      people.student(4),
      "POST /practice/seasons/:season/stores/:store/check",
      {
        where: { season, store },
        body: { wishes: amounts.map((amountMinor) => ({ ...hedge, amountMinor })) },
      },
    );
    const [beyond, within] = asked.body.items;
    assert.equal(within?.kind, "accepted");
    assert.ok(beyond?.kind === "refused" && beyond.refusal.code === "practice/forward-line");
    assert.equal(beyond.refusal.facts["lineMinor"], forwardLineMinor);
  });

  test("money is changed at the rate that was shown, less the spread that was shown", async () => {
    const season = await banked();
    const store = await openStore(house, season, 0);
    const { finance } = ask(season, store, 0);
    const before = await finance();
    const currency = before.rates[0]!.currency;
    const wish = {
      kind: "convert-currency",
      from: "USD",
      to: currency,
      amountMinor: 500_000,
    } as const;
    const checked = await house.call(
      people.student(0),
      "POST /practice/seasons/:season/stores/:store/check",
      { where: { season, store }, body: { wishes: [wish] } },
    );
    const [projection] = checked.body.items;
    assert.equal(projection?.kind, "accepted");
    const deal = projection.kind === "accepted" ? projection.deal : null;
    assert.equal(deal?.currency, currency);
    await hand(house, season, store, 0, 1, [wish]);
    const cashOf = async (code: string) =>
      (await finance()).cash.find((one) => one.currency === code)?.cashMinor;
    assert.equal(await cashOf(currency), deal?.getsMinor);
    assert.equal(await cashOf("USD"), before.cash[0]!.cashMinor - 500_000);
    await closeDay(house, season, 1);
    assert.equal(await cashOf(currency), deal?.getsMinor, "the close does what was shown");
    assert.equal((await finance()).rates[0]!.seriesE8.length, 1);
  });

  test("payouts change themselves until a store chooses otherwise, as its log says", async () => {
    const season = await banked();
    const store = await openStore(house, season, 4);
    const { finance } = ask(season, store, 4);
    assert.equal((await finance()).convertsAtOnce, true);
    const choose = (isAtOnce: boolean) =>
      hand(house, season, store, 4, 1, [{ kind: "set-payout-conversion", isAtOnce }]);
    await choose(false);
    assert.equal((await finance()).convertsAtOnce, false);
    await closeDay(house, season, 1);
    assert.equal((await finance()).convertsAtOnce, false);
    const log = await house.call(
      people.student(4),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where: { season, store } },
    );
    const told = log.body.items.find(({ kind }) => kind === "set-payout-conversion");
    assert.equal(told?.facts["isAtOnce"], false);
  });

  test("a loan is in the cash ahead, and Today warns three days before it is due", async () => {
    const season = await banked(40);
    const store = await openStore(house, season, 1);
    const { finance, money, today } = ask(season, store, 1);
    const start = await finance();
    const left = start.lines.find(({ term }) => term === "short")!.leftMinor;
    await hand(house, season, store, 1, 1, [
      { kind: "take-loan", term: "short", amountMinor: 300_000, periods: 1 },
    ]);
    const taken = await finance();
    assert.equal(taken.lines.find(({ term }) => term === "short")!.leftMinor, left - 300_000);
    const [loan] = taken.loans;
    assert.equal(loan?.dueOn, 31);
    const due = (await money()).due.filter(({ code }) => code.startsWith("loan"));
    assert.deepEqual(
      due.map(({ day, amountMinor }) => [day, amountMinor]),
      [
        [31, -1_973],
        [31, -300_000],
      ],
    );
    const warned = (await today()).needs.some(({ code }) => code === "need/loan-due");
    assert.equal(warned, false, "a month is long");
  });

  test("who changed all money away is told what the bills of the next days lack", async () => {
    const season = await banked();
    const store = await openStore(house, season, 3);
    const { finance, today } = ask(season, store, 3);
    const start = await finance();
    const [books] = start.cash;
    const [rate] = start.rates;
    const [sku = ""] = await choosableSkus(house, season, store, 3);
    await hand(house, season, store, 3, 1, [
      { kind: "select-product", sku },
      { kind: "place-purchase", sku, units: 100 },
    ]);
    assert.equal(
      (await today()).needs.some(({ code }) => code === "need/change-money"),
      false,
    );
    const cash = (await finance()).cash[0]!.cashMinor;
    await hand(house, season, store, 3, 1, [
      {
        kind: "convert-currency",
        from: books!.currency,
        to: rate!.currency,
        amountMinor: cash,
      },
    ]);
    const told = (await today()).needs.find(({ code }) => code === "need/change-money");
    assert.equal(told?.room, "money");
    assert.ok(Number(told?.facts["lackingMinor"]) > 0);
  });

  test("who has no banks is told that they are not part of the season", async () => {
    const season = await runningSeason(house, 4);
    const store = await openStore(house, season, 2);
    const answer = await house.call(
      people.student(2),
      "POST /practice/seasons/:season/stores/:store/check",
      {
        where: { season, store },
        body: {
          wishes: [
            { kind: "take-loan", term: "short", amountMinor: 100, periods: 1 },
            { kind: "convert-currency", from: "USD", to: "EUR", amountMinor: 100 },
          ],
        },
      },
    );
    const codes = answer.body.items.map((one) =>
      one.kind === "refused" ? one.refusal.code : "accepted",
    );
    assert.deepEqual(codes, ["practice/module-off", "practice/module-off"]);
  });

  test("owners add money for the fee that was shown, and are paid", async () => {
    const season = await runningSeason(house, 9, { scenario: "class-40", preset: "term" });
    const store = await openStore(house, season, 3);
    const where = { season, store };
    const student = people.student(3);
    const does = "GET /practice/seasons/:season/stores/:store/finance";
    const look = async () => {
      const { owners } = (await house.call(student, does, { where })).body;
      assert.ok(owners !== null);
      return owners;
    };
    const before = await look();
    assert.deepEqual([before.addedMinor, before.earnedMinor], [0, 0]);
    const check = "POST /practice/seasons/:season/stores/:store/check";
    const asked = await house.call(student, check, {
      where,
      body: { wishes: [{ kind: "raise-equity", amountMinor: 100_000 }] },
    });
    const [shown] = asked.body.items;
    assert.ok(shown?.kind === "accepted" && shown.deal !== null);
    assert.deepEqual(shown.deal.costMinor, (100_000 * before.feeBp) / 10_000);
    await hand(house, season, store, 3, 1, [
      { kind: "raise-equity", amountMinor: 100_000 },
      { kind: "pay-dividend", amountMinor: 40_000 },
    ]);
    const after = await look();
    assert.equal(after.addedMinor, 60_000);
    assert.equal(after.leftMinor, before.leftMinor - 60_000);
    assert.equal(after.cashMinor, before.cashMinor + shown.deal.getsMinor - 40_000);
    const plain = await banked();
    const other = await openStore(house, plain, 3);
    const none = await house.call(student, does, { where: { season: plain, store: other } });
    assert.equal(none.body.owners, null);
  });
});
