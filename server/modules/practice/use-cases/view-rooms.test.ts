import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

suite("rented room of a store", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("what is rented, how full it is and what fees would be is told", async () => {
    const season = await runningSeason(house, 8);
    const selling = { place: 1, products: 1, feeMinor: 300, priceBp: 30_000 };
    const { store } = await sellingStore(house, season, selling);
    const where = { season, store };
    const student = people.student(1);
    const shown = "GET /practice/seasons/:season/stores/:store/stock";
    const homeOf = async () => {
      const { rooms } = (await house.call(student, shown, { where })).body;
      return rooms.find(({ market }) => market === null)!;
    };
    const bare = await homeOf();
    assert.deepEqual([bare.cubicMeters, bare.untilDay], [0, null]);
    assert.ok(bare.units > 0 && bare.goodsLiters > 0 && bare.feesMinor > 0);
    assert.equal(bare.feesNowMinor, bare.feesMinor);
    assert.equal(bare.wholeWeekMinor, bare.wholeCubicMeters * bare.meterWeekMinor);
    const wish = { kind: "rent-warehouse", market: null, cubicMeters: 2, days: 7 } as const;
    const check = "POST /practice/seasons/:season/stores/:store/check";
    const asked = await house.call(student, check, { where, body: { wishes: [wish] } });
    const [projection] = asked.body.items;
    assert.ok(projection?.kind === "accepted");
    assert.equal(-projection.cashMinor, 2 * bare.meterWeekMinor);
    assert.equal((await hand(house, season, store, 1, 1, [wish])).code, null);
    assert.equal((await hand(house, season, store, 1, 1, [wish])).code, "practice/room-rented");
    const rented = await homeOf();
    assert.deepEqual([rented.cubicMeters, rented.untilDay], [2, 7]);
    assert.ok(rented.feesNowMinor < rented.feesMinor);
    await closeDay(house, season, 1);
    const end = { kind: "end-rent", market: null } as const;
    assert.equal((await hand(house, season, store, 1, 2, [end])).code, null);
    assert.equal((await homeOf()).cubicMeters, 0);
  });
});
