import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import * as carried from "@echelon/contract/practice/off-site-wishes.ts";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

suite("promotion off the market", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("a campaign costs what was projected, and its room tells what it brought", async () => {
    const season = await runningSeason(house, 4, { scenario: "class-40" });
    const { store } = await sellingStore(house, season, {
      place: 0,
      products: 1,
      feeMinor: 0,
      priceBp: 10_000,
    });
    const student = people.student(0);
    const where = { season, store };
    const see = async () =>
      (
        await house.call(student, "GET /practice/seasons/:season/stores/:store/off-site", {
          where,
        })
      ).body;
    const empty = await see();
    assert.deepEqual(empty.week, []);
    assert.deepEqual(empty.running, []);
    assert.ok(empty.markets.some(({ market, isOnSale }) => market === "us" && isOnSale));
    const one = empty.influencers.find(({ market }) => market === "us")!;
    const text = "It is a plain thing for every day, and it comes from a small store.";
    const wishes = [
      { kind: "buy-display", market: "us", text, spendMinor: 20_000, days: 2 },
      { kind: "publish-post", market: "us", text, spendMinor: 1_000 },
      { kind: "book-influencer", market: "us", influencer: one.influencer, day: 1 },
    ] as const;
    const check = async (some: readonly (typeof wishes)[number][]) => {
      const does = "POST /practice/seasons/:season/stores/:store/check";
      const { body } = await house.call(student, does, { where, body: { wishes: [...some] } });
      return body.items;
    };
    const [banner, post, mention] = await check(wishes);
    assert.ok(banner?.kind === "accepted" && banner.reach !== null && banner.creative !== null);
    assert.equal(banner.cashMinor, -20_000);
    assert.ok(banner.creative.hints.length > 0 && banner.reach.views > 1_000);
    assert.ok(mention?.kind === "accepted" && mention.cashMinor === 0 - one.priceMinor);
    await hand(house, season, store, 0, 1, [...wishes]);
    const [again] = await check([wishes[1]]);
    const viewsOf = (item: typeof post) => (item?.kind === "accepted" ? item.reach?.views : null);
    assert.ok(viewsOf(again)! < viewsOf(post)!, "a second post reaches whom the first left");
    assert.deepEqual(
      (await see()).running.map(({ source, isAsked }) => [source, isAsked]),
      [
        ["display", false],
        ["post", false],
        ["influencer", true],
      ],
    );
    await closeDay(house, season, 1);
    const view = await see();
    const of = (source: string) => view.week.find((row) => row.source === source);
    assert.equal(of("display")?.costMinor, 20_000);
    assert.ok(Math.abs((of("display")?.views ?? 0) - banner.reach.views) < 1);
    assert.equal(of("influencer")?.costMinor, one.priceMinor);
    assert.ok(view.markets.find(({ market }) => market === "us")!.awarenessPpm > 10_000);
    await closeDay(house, season, 2);
    const later = await see();
    const known = later.markets.find(({ market }) => market === "us")!;
    assert.equal(known.series.length, 2);
    assert.ok(known.series[1]! > known.series[0]!, "banners ran for a second day");
    assert.deepEqual(later.running, []);
    const log = await house.call(student, "GET /practice/seasons/:season/stores/:store/decisions", {
      where,
    });
    const told = log.body.items.find(({ kind }) => kind === "buy-display");
    assert.equal(told?.facts["spendMinor"], 20_000);
    assert.equal(told?.facts["fitMilli"], undefined);
  });

  test("a season without it says so", async () => {
    const season = await runningSeason(house, 4);
    const { store } = await sellingStore(house, season, {
      place: 1,
      products: 1,
      feeMinor: 0,
      priceBp: 10_000,
    });
    const answer = await house.call(
      people.student(1),
      "GET /practice/seasons/:season/stores/:store/off-site",
      { where: { season, store } },
    );
    assert.equal(answer.status, 422);
  });

  test("what is carried and what is ruled on have the same limits", () => {
    const { creativeCharsMax, displayDaysMax, bookingDaysMax, spendMinorMax } = carried;
    assert.deepEqual(
      { creativeCharsMax, displayDaysMax, bookingDaysMax, spendMinorMax },
      {
        creativeCharsMax: decisionLimits.textCharsMax,
        displayDaysMax: decisionLimits.displayDaysMax,
        bookingDaysMax: decisionLimits.bookingDaysMax,
        spendMinorMax: decisionLimits.priceMinorMax,
      },
    );
  });
});
