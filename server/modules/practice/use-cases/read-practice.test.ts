import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { isShownByPractice } from "@echelon/kernel/market/traces/trace.ts";
import { manualClock } from "../../../platform/clock/clock.ts";
import { practiceOf } from "../index.ts";
import {
  choosableSkus,
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";
import type { Happening } from "./read-practice.ts";

/** A season in which goods are sold on its first days. */
const luck = 7;
const days = 8;
/** Goods that were bought have arrived by then. */
const stockedOn = 8;
const daySeconds = 86_400;

suite("what a season shows of its people", () => {
  let house: PracticeHouse;
  let season: string;
  let store: string;
  let sku: string;
  let shown: readonly Happening[];
  const student = people.student(0).person;
  const decide = async (day: number, ...wishes: Wish[]) =>
    hand(house, season, store, 0, day, wishes);
  const of = (measure: string) => shown.filter((one) => one.measure === measure);

  before(async () => {
    const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
    house = await practiceHouse({ clock });
    season = await runningSeason(house, 12, {}, luck);
    const wish = { place: 0, products: 3, feeMinor: 300, priceBp: 9_000 };
    ({ store } = await sellingStore(house, season, wish));
    sku = (await choosableSkus(house, season, store, 0))[0]!;
    for (let day = 1; day <= days; day += 1) {
      if (day === 2) await decide(2, { kind: "negotiate", sku, supplier: 0, ask: "price" });
      if (day === stockedOn) {
        await decide(day, { kind: "set-price", sku, market: "us", priceMinor: 2_345 });
      }
      if (day === 3) {
        await decide(3, {
          kind: "hedge-currency",
          from: "EUR",
          to: "USD",
          amountMinor: 50,
          days: 3,
        });
      }
      clock.advance(daySeconds);
      await closeDay(house, season, day);
    }
    shown = (await practiceOf(house.app.means, season))!.happenings;
  });
  after(() => house.stop());

  test("tells a changed price by what the day's pages would have brought", () => {
    const [gain] = of("contributionMarginGain");
    assert.deepEqual(
      [gain?.day, gain?.market, gain?.sku, gain?.person],
      [stockedOn, "us", sku, student],
    );
    assert.equal(gain?.decisions.length, 1);
    assert.ok(gain!.value !== 0 && Math.abs(gain!.value) <= 2);
  });

  test("tells a talk by what it could expect", () => {
    const [talk] = of("surplusShare");
    assert.deepEqual([talk?.day, talk?.person, talk?.sku], [2, student, sku]);
    assert.ok(talk!.value > 0 && talk!.value <= 0.9);
  });

  test("tells a forward of money of its currency when it is settled", () => {
    const [hedge] = of("varianceReductionPct");
    assert.deepEqual([hedge?.day, hedge?.decisions], [6, []]);
    assert.ok(hedge!.value >= -100 && hedge!.value <= 100);
  });

  test("tells how long cash would last, and of each listing in another language", () => {
    assert.ok(of("minCashDays")[0]!.value > 0);
    const places = of("qualityScore").map(({ market }) => market);
    assert.equal(new Set(places).size, places.length / 3, "each product in each market");
    assert.ok(!of("ageOver90Pct").length, "nothing can be that old");
  });

  test("shows no measure that is not named among those of practice", () => {
    for (const { event, measure } of shown) assert.ok(isShownByPractice(event, measure));
  });

  test("a day taken back shows nothing", async () => {
    const { code } = await house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day: 3, reason: "a test" },
    });
    assert.equal(code, null);
    shown = (await practiceOf(house.app.means, season))!.happenings;
    assert.equal(of("surplusShare").length, 1);
    assert.equal(of("contributionMarginGain").length + of("varianceReductionPct").length, 0);
  });
});
