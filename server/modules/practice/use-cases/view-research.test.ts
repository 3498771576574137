import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import * as wishes from "@echelon/contract/practice/experiment-wishes.ts";
import { forecastDaysMax, rivalsWatchedMax } from "@echelon/contract/practice/research-wishes.ts";
import { panelSampleMax, panelSampleMin } from "@echelon/contract/practice/typed-limits.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

test("the contract's bounds of research are the kernel's", () => {
  const limits = decisionLimits;
  assert.equal(rivalsWatchedMax, limits.rivalsWatchedMax);
  assert.equal(forecastDaysMax, limits.forecastDaysMax);
  assert.deepEqual(
    [panelSampleMin, panelSampleMax],
    [limits.panelSampleMin, limits.panelSampleMax],
  );
  const { experimentDaysMin, experimentDaysMax, hypothesisCharsMax } = wishes;
  assert.deepEqual(
    [experimentDaysMin, experimentDaysMax, hypothesisCharsMax],
    [limits.experimentDaysMin, limits.experimentDaysMax, limits.hypothesisCharsMax],
  );
  assert.deepEqual(
    [wishes.experimentShareBpMin, wishes.experimentShareBpMax],
    [limits.experimentShareBpMin, limits.experimentShareBpMax],
  );
});

const place = "GET /practice/seasons/:season/stores/:store";

suite("a store that wants to know", () => {
  let house: PracticeHouse;
  let season: string;
  let store: string;
  let rival: string;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 8, { scenario: "class-40" }, 1);
    const wish = { products: 1, feeMinor: 0, priceBp: 9_000 };
    ({ store } = await sellingStore(house, season, { ...wish, place: 0 }));
    ({ store: rival } = await sellingStore(house, season, { ...wish, place: 1 }));
  });
  after(() => house.stop());

  const look = async (of = store, who = 0) => {
    const answer = await house.call(people.student(who), `${place}/research`, {
      where: { season, store: of },
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const read = (report: number, of = store, who = 0) =>
    house.call(people.student(who), `${place}/research/:report`, {
      where: { season, store: of, report: String(report) },
    });
  const cash = async () =>
    (await house.call(people.student(0), `${place}/finance`, { where: { season, store } })).body
      .cash[0]!.cashMinor;

  test("an experiment is paid at once and shows nothing before its first close", async () => {
    const { experiments } = await look();
    const { sku, market, priceMinor } = experiments.listings[0]!;
    const before = await cash();
    await hand(house, season, store, 0, 1, [
      {
        kind: "start-experiment",
        sku,
        market,
        arms: { field: "price", a: priceMinor, b: Math.round(priceMinor / 2) },
        shareBp: 5_000,
        days: 3,
        measure: "clicks",
        hypothesis: "half the price is clicked more",
      },
    ]);
    assert.equal(await cash(), before - 3 * experiments.dayFeeMinor);
    const [running] = (await look()).experiments.rows;
    assert.equal(running?.state, "running");
    assert.equal(running?.result, null);
  });

  test("a panel is paid when it is asked and answers when the day is closed", async () => {
    const { panels, reports } = await look();
    const category = reports.own[0]!;
    const here = { kind: "ask-panel", market: "us", category } as const;
    const before = await cash();
    await hand(house, season, store, 0, 1, [
      { ...here, question: "matters", segment: "bargain", sample: 400 },
      { ...here, question: "would-pay", segment: null, sample: 200, priceMinor: 2_500 },
      { ...here, question: "compare", segment: null, sample: 100, by: "delivery" },
    ]);
    assert.equal(await cash(), before - 7 * panels.hundredMinor);
    const asked = (await look()).panels.rows;
    assert.deepEqual(
      asked.map(({ question, answers }) => [question, answers]),
      [
        ["compare", null],
        ["would-pay", null],
        ["matters", null],
      ],
    );
    assert.deepEqual((await look()).reports.ordered, [], "a panel is no report");
    assert.deepEqual((await look(rival, 1)).panels.rows, []);
  });

  test("reports cost what was shown, are made at the close, and stay with the store", async () => {
    const { reports } = await look();
    const category = reports.own[0]!;
    const before = await cash();
    await hand(house, season, store, 0, 1, [
      { kind: "buy-report", report: "keywords", market: "us", category },
      { kind: "buy-report", report: "demand", market: null, category },
    ]);
    assert.equal(await cash(), before - reports.keywordsMinor - reports.demandMinor);
    const ordered = (await look()).reports.ordered;
    assert.deepEqual(
      ordered.map(({ report, market, day }) => ({ report, market, day })),
      [
        { report: "keywords", market: "us", day: 1 },
        { report: "demand", market: null, day: 1 },
      ],
    );
    assert.equal((await read(ordered[0]!.number)).status, 404, "not made yet");
    await closeDay(house, season, 1);
    const after = await look();
    assert.deepEqual(after.reports.ordered, []);
    const [compared, paying, mattering] = after.panels.rows;
    assert.equal(mattering!.answers!.length, 5);
    const said = mattering!.answers!.reduce((sum, one) => sum + one.said, 0);
    assert.equal(said, 400, "each says one thing");
    assert.ok(
      mattering!.answers!.every(({ motive, share }) => motive !== null && share.margin > 0),
    );
    assert.equal(paying!.answers!.length, 1);
    assert.ok(paying!.priceMinor === 2_500 && paying!.currency === "USD");
    const [own, best] = compared!.answers!;
    assert.ok(own === undefined || (own.isOwn && !best!.isOwn && best!.name !== ""));
    assert.deepEqual(new Set(after.reports.bought), new Set(ordered));
    const keywords = (await read(ordered[0]!.number)).body;
    assert.ok(keywords.searches.length > 2);
    for (const line of keywords.searches) {
      assert.ok(line.visits.value > 0 && line.visits.margin > 0 && line.phrase !== "");
      assert.ok(line.orders.value <= line.clicks.value);
      assert.ok(line.relevance !== null, "the own listing's match");
    }
    const demand = (await read(ordered[1]!.number)).body;
    assert.equal(demand.segments.length, 8 * 8);
    assert.equal((await read(ordered[0]!.number, rival, 1)).status, 404, "another store's is not");
    assert.deepEqual((await look(rival, 1)).reports.bought, []);
  });

  test("rivals' public facts are seen a day later, with a log that names them", async () => {
    const { rivals } = await look();
    const near = rivals.stores.filter(({ isNear }) => isNear).slice(0, 3);
    assert.ok(near.length > 0);
    await hand(house, season, store, 0, 2, [
      { kind: "watch-rivals", stores: near.map((one) => one.store) },
    ]);
    assert.equal((await look()).rivals.seenOn, null);
    const before = await cash();
    await closeDay(house, season, 2);
    await closeDay(house, season, 3);
    const seen = (await look()).rivals;
    assert.equal(seen.seenOn, 3);
    assert.ok(seen.listings.length > 0);
    for (const one of seen.listings) {
      assert.ok(near.some(({ store: number }) => number === one.store));
      assert.ok(one.priceMinor > 0 && one.referenceMinor > 0 && one.product.en !== "");
    }
    assert.ok(seen.listings.some(({ changeMinor }) => changeMinor !== null));
    const fees = await house.call(people.student(0), `${place}/postings`, {
      where: { season, store },
      asks: { account: "research", from: "2", to: "3" },
    });
    const paid = fees.body.items.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    assert.equal(paid, 2 * near.length * rivals.feeMinor);
    assert.notEqual(before, await cash());
    const log = await house.call(people.student(0), `${place}/decisions`, {
      where: { season, store },
    });
    const told = log.body.items.find(({ kind }) => kind === "watch-rivals");
    assert.equal(told?.facts["stores"], near.map(({ name }) => name).join(", "));
  });

  test("forecasts are scored when their day is closed, beside last week", async () => {
    const said = (measure: "units" | "cash" | "rank", days: number, middle: number) =>
      ({
        kind: "submit-forecast",
        measure,
        days,
        p10: middle - 1,
        p50: middle,
        p90: middle + 1,
      }) as const;
    const before = (await look()).forecasts;
    assert.equal(before.daysMost, 5);
    assert.equal(before.now.cashMinor, await cash());
    await hand(house, season, store, 0, 4, [
      said("units", 2, 900),
      said("units", 2, 5),
      said("cash", 1, before.now.cashMinor),
      said("rank", 1, 2),
    ]);
    const open = (await look()).forecasts.rows;
    assert.equal(open.length, 3, "said again on the same day, the last counts");
    assert.ok(open.every(({ outcome }) => outcome === null));
    await closeDay(house, season, 4);
    const cashThen = await cash();
    await closeDay(house, season, 5);
    const { rows, summary } = (await look()).forecasts;
    const of = (measure: string) => rows.find((row) => row.measure === measure)?.outcome;
    assert.equal(of("cash")?.actual, cashThen, "cash at the end of the first day");
    assert.equal(of("cash")?.naive?.p50, before.now.cashMinor);
    const board = await house.call(people.student(0), "GET /practice/seasons/:season/leaderboard", {
      where: { season },
    });
    const own = board.body.rows.find(({ isMine }) => isMine)!;
    assert.equal(of("rank")?.actual, own.rank + own.change, "the place after day 4");
    const funnel = await house.call(people.student(0), `${place}/funnel`, {
      where: { season, store },
      asks: { from: "4", to: "5" },
    });
    const sold = funnel.body.rows.reduce((sum, { units }) => sum + units, 0);
    assert.equal(of("units")?.actual, sold);
    const weekly = before.now.weekUnits ?? 0;
    assert.equal(of("units")?.naive?.p50, Math.floor((weekly * 2) / 3 + 0.5), "of three days");
    assert.equal(summary.find(({ measure }) => measure === "units")?.scored, 1);
  });

  test("forecasts tell no rank that the ranking does not", async () => {
    const seen = async () => {
      const { now, rows } = (await look()).forecasts;
      const ranked = rows.find(({ measure }) => measure === "rank");
      return { now: now.rank, outcome: ranked?.outcome ?? null };
    };
    const show = (ranking: "open" | "frozen" | "hidden") =>
      house.call(people.teacher, "PUT /practice/seasons/:season/ranking", {
        where: { season },
        body: { ranking },
      });
    const open = await seen();
    assert.ok(open.now !== null && open.outcome?.naive !== null);
    await show("hidden");
    assert.deepEqual(await seen(), { now: null, outcome: null });
    await show("frozen");
    assert.deepEqual(await seen(), open, "as of the day of the freeze");
    await hand(house, season, store, 0, 6, [
      { kind: "submit-forecast", measure: "rank", days: 1, p10: 1, p50: 2, p90: 3 },
    ]);
    await closeDay(house, season, 6);
    assert.deepEqual(await seen(), { now: null, outcome: null });
    await show("open");
    const again = await seen();
    assert.ok(again.now !== null && again.outcome !== null);
  });

  test("what two arms showed is told beside its range, and the verdict is judged", async () => {
    const [over] = (await look()).experiments.rows;
    assert.equal(over?.state, "over");
    assert.equal(over?.daysShown, 3);
    const { result } = over!;
    assert.ok(result !== null && result.visitsA > 0 && result.visitsB > 0);
    assert.ok(result.low <= result.difference && result.difference <= result.high);
    await hand(house, season, store, 0, 7, [
      { kind: "close-experiment", experiment: over!.number, verdict: "B", reason: "more clicks" },
    ]);
    await closeDay(house, season, 7);
    const { rows, right, started } = (await look()).experiments;
    assert.equal(rows[0]?.state, "closed");
    assert.equal(rows[0]?.isRight, true, "half the price is clicked more");
    assert.deepEqual([right, started], [1, 1]);
  });
});
