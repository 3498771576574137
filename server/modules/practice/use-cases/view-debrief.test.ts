import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { ProfitsView } from "@echelon/contract/practice/debrief.ts";
import type { DebriefView } from "@echelon/contract/practice/season.ts";
import type { MoneyView } from "@echelon/contract/practice/money.ts";
import {
  closeDay,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDays, sellingStore } from "../testing/selling-store.ts";

suite("looking back on a season", () => {
  let house: PracticeHouse;
  let season: string;
  let dear: string;
  let cheap: string;
  let debrief: DebriefView;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 10);
    const wish = { products: 1, feeMinor: 0 };
    ({ store: dear } = await sellingStore(house, season, { ...wish, place: 0, priceBp: 60_000 }));
    ({ store: cheap } = await sellingStore(house, season, { ...wish, place: 1, priceBp: 7_000 }));
    // Enough others in the shelf that the dear one is not its own median.
    for (const place of [2, 3])
      await sellingStore(house, season, { ...wish, place, priceBp: 9_000 });
    await closeDays(house, season, 6);
    const answer = await house.call(people.teacher, "GET /practice/seasons/:season/debrief", {
      where: { season },
    });
    debrief = answer.body;
  });
  after(() => house.stop());

  const moneyOf = async (from: number, to: number): Promise<MoneyView> => {
    const answer = await house.call(
      people.student(1),
      "GET /practice/seasons/:season/stores/:store/money",
      { where: { season, store: cheap }, asks: { from: String(from), to: String(to) } },
    );
    return answer.body;
  };

  test("draws the same par line in the debrief as on the leaderboard", async () => {
    const board = await house.call(people.teacher, "GET /practice/seasons/:season/leaderboard", {
      where: { season },
    });
    const { parProfitMinor } = board.body;
    assert.notEqual(parProfitMinor, 0);
    assert.equal(debrief.series.parMinor.at(-1), parProfitMinor);
  });

  test("says how far a common mistake went", () => {
    const found = debrief.misconceptions.find(({ code }) => code === "far-above-market");
    const mine = found?.stores.find(({ store }) => String(store) === dear);
    assert.ok(mine !== undefined && mine.days > 0);
    assert.ok(Number(mine.facts["timesMilli"]) > 2_000, JSON.stringify(mine.facts));
    for (const { stores } of debrief.misconceptions) {
      for (const { facts } of stores) assert.notDeepEqual(facts, {});
    }
  });

  test("says where a store is behind in lines that sum to its profit exactly", async () => {
    const { status, body } = await house.call(
      people.teacher,
      "GET /practice/seasons/:season/profits",
      { where: { season } },
    );
    assert.equal(status, 200, JSON.stringify(body));
    const { day, median, stores } = body as ProfitsView;
    assert.equal(day, 6);
    assert.equal(stores.length, 4);
    assert.ok(stores.some(({ store }) => store === median));
    for (const { rank, store, profitMinor, lines } of stores) {
      const sum = Object.values(lines).reduce((total, line) => total + line, 0);
      assert.equal(sum, profitMinor);
      const standing = debrief.standings.find((one) => one.store === store);
      assert.equal(standing?.profitMinor, profitMinor);
      assert.equal(standing?.rank, rank);
      assert.equal(standing?.revenueMinor, lines.sales);
    }
  });

  test("explains a store's most different day to whoever leads the class", async () => {
    const { body } = await house.call(people.teacher, "GET /practice/seasons/:season/profits", {
      where: { season },
    });
    const mine = (body as ProfitsView).stores.find(({ store }) => String(store) === cheap);
    const turn = mine?.turn;
    assert.ok(turn !== null && turn !== undefined);
    const why = await house.call(
      people.teacher,
      "GET /practice/seasons/:season/stores/:store/why",
      { where: { season, store: cheap }, asks: { day: String(turn.day), against: "yesterday" } },
    );
    assert.equal(why.status, 200, JSON.stringify(why.body));
    const profit = why.body.figures.find(({ id }) => id === "profit");
    assert.equal(profit?.before, turn.beforeMinor);
    assert.equal(profit?.after, turn.afterMinor);
    const sum = profit?.parts.reduce((total, { value }) => total + value, 0);
    assert.equal(sum, turn.afterMinor - turn.beforeMinor);
  });

  test("shows nobody's profit to students before the end", async () => {
    const asked = { where: { season } };
    const ask = "GET /practice/seasons/:season/profits";
    assert.equal((await house.call(people.student(0), ask, asked)).status, 403);
    assert.equal((await house.call(people.stranger, ask, asked)).status, 404);
  });

  test("sets a span beside the one of equal length before it", async () => {
    const before = await moneyOf(1, 3);
    const now = await moneyOf(4, 6);
    for (const name of ["profit", "cashFlow"] as const) {
      assert.ok(before[name].every(({ previousMinor }) => previousMinor === null));
      for (const { code, level, amountMinor } of before[name]) {
        const line = now[name].find((one) => one.code === code && one.level === level);
        assert.equal(line?.previousMinor, amountMinor, code);
      }
    }
    // What is owned is set beside what was owned when the span began.
    const cash = (money: MoneyView) => money.balance.find(({ code }) => code === "totalAssets")!;
    assert.equal(cash(now).previousMinor, cash(before).amountMinor);
  });

  test("asks no earlier span of a season that began within it", async () => {
    const money = await moneyOf(3, 6);
    assert.ok(money.profit.every(({ previousMinor }) => previousMinor === null));
  });

  test("tells students no name of others while the season hides them", async () => {
    for (let day = 7; day <= 10; day += 1) await closeDay(house, season, day);
    const hidden = await house.call(people.teacher, "PUT /practice/seasons/:season/names", {
      where: { season },
      body: { areHidden: true },
    });
    assert.equal(hidden.code, null);
    const named = async (by: typeof people.teacher) => {
      const where = { season };
      const [looked, lines, board] = await Promise.all([
        house.call(by, "GET /practice/seasons/:season/debrief", { where }),
        house.call(by, "GET /practice/seasons/:season/profits", { where }),
        house.call(by, "GET /practice/seasons/:season/leaderboard", { where }),
      ]);
      const { standings, turningPoints, misconceptions } = looked.body;
      return [
        standings,
        turningPoints,
        misconceptions.flatMap(({ stores }) => stores),
        lines.body.stores,
        board.body.rows.filter(({ isBot }) => !isBot),
      ];
    };
    const all = await named(people.teacher);
    const own = await named(people.student(1));
    for (const [at, told] of own.entries()) {
      const known = new Map(all[at]!.map(({ store, name }) => [store, name]));
      assert.ok([...known.values()].every((name) => name !== ""));
      assert.deepEqual(
        told.map(({ store, name }) => [store, name]),
        told.map(({ store }) => [store, String(store) === cheap ? known.get(store) : ""]),
      );
    }
    assert.ok(own[0]!.length === 4 && own[3]!.length === 4 && own[4]!.length === 4);
  });
});
