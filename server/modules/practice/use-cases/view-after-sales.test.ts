import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { AfterSalesView } from "@echelon/contract/practice/after-sales.ts";
import { handAnswersMax, staffMax } from "@echelon/contract/practice/after-sales-wishes.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import { closeDays, sellingStore } from "../testing/selling-store.ts";
import { listOrders, viewOrder } from "./view-orders.ts";

test("the contract's bounds of answers are the kernel's", () => {
  assert.equal(handAnswersMax, decisionLimits.handAnswersMax);
  assert.equal(staffMax, decisionLimits.staffMax);
});

suite("a store that sold for weeks hears of its buyers", () => {
  const engine = createSeasonEngine();
  let house: PracticeHouse;
  let season: string;
  let store: string;
  let day = 18;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 48, {}, 1);
    const wish = { place: 0, products: 3, feeMinor: 0, priceBp: 6_000 };
    ({ store } = await sellingStore(house, season, wish));
    await closeDays(house, season, 17);
  });
  after(async () => {
    await engine.stop();
    await house.stop();
  });

  const look = async (): Promise<AfterSalesView> => {
    const does = "GET /practice/seasons/:season/stores/:store/after-sales";
    const answer = await house.call(people.student(0), does, { where: { season, store } });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const today = async () => {
    const does = "GET /practice/seasons/:season/stores/:store/today";
    return (await house.call(people.student(0), does, { where: { season, store } })).body;
  };
  const close = async () => {
    await closeDay(house, season, day);
    day += 1;
  };
  /** Closes days until something waits, for luck decides when. */
  const until = async (isThere: (view: AfterSalesView) => boolean): Promise<AfterSalesView> => {
    let view = await look();
    while (!isThere(view) && day < 48) {
      await close();
      view = await look();
    }
    assert.ok(isThere(view), "nothing of it came in all these days");
    return view;
  };

  test("a letter stands in the inbox, is accepted once, and the record keeps it", async () => {
    const does = "GET /practice/seasons/:season/stores/:store/record";
    const read = async () =>
      (await house.call(people.student(0), does, { where: { season, store } })).body;
    let record = await read();
    while (record.inbox.length === 0 && day < 36) {
      await close();
      record = await read();
    }
    const [letter] = record.inbox;
    const { sku, markets } = record.places[0]!;
    assert.ok(letter!.from <= day && letter!.to >= day && record.accepted.length === 0);
    assert.deepEqual([record.points, record.markMilli], [0, 1000]);
    assert.ok(record.audits.length > 0 && record.audits.every(({ isPassed }) => isPassed));
    const wish = { kind: "accept-offer", offer: letter!.offer, sku, market: markets[0]! } as const;
    const answer = await hand(house, season, store, 0, day, [wish]);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const again = await hand(house, season, store, 0, day, [wish]);
    assert.equal(again.code, "practice/inbox-offer-accepted");
    const after = await read();
    assert.deepEqual(
      after.accepted.map(({ offer, kind, cashMinor, state }) => [offer, kind, cashMinor, state]),
      [[letter!.offer, letter!.kind, letter!.cashMinor, "today"]],
    );
    const log = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where: { season, store }, asks: {} },
    );
    assert.equal(log.body.items[0]?.facts["what"], letter!.kind);
    await close();
    assert.notEqual((await read()).accepted[0]!.state, "today");
  });

  test("returns wait with what each answer costs, and Today says so", async () => {
    const view = await until(({ returns }) => returns.length > 0);
    const [first] = view.returns;
    assert.ok(first!.dueOn >= day && first!.openedOn < day && first!.answer === null);
    assert.deepEqual(
      first!.choices.map(({ answer }) => answer),
      ["resell", "home", "scrap", "leave"],
    );
    const [, home, , leave] = first!.choices;
    assert.ok(home!.costMinor > 0 && leave!.costMinor === 0);
    assert.ok(first!.choices.every(({ backMinor }) => backMinor === home!.backMinor));
    const { needs } = await today();
    assert.ok(needs.some(({ code, at }) => code === "need/returns-open" && at === "after-sales"));
  });

  test("an answer is shown at once, acts at the close and is told", async () => {
    const view = await until(({ returns }) => returns.length > 0);
    const [first] = view.returns;
    const wish = { kind: "dispose-return", case: first!.case, disposition: "leave" } as const;
    const answer = await hand(house, season, store, 0, day, [wish]);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const decided = (await look()).returns.find((one) => one.case === first!.case);
    assert.equal(decided?.answer, "leave");
    await close();
    const after = await look();
    assert.equal(
      after.returns.find((one) => one.case === first!.case),
      undefined,
    );
    const told = after.events.filter((one) => one.event === "left" && one.day === day - 1);
    assert.ok(told.some((one) => one.sku === first!.sku && one.units === first!.units));
    const again = await hand(house, season, store, 0, day, [wish]);
    assert.equal(again.code, "practice/no-such-case");
  });

  test("standing answers leave nothing open, and staff is paid", async () => {
    // Whatever the season's luck: a month's wages are there.
    await house.call(people.teacher, "POST /practice/seasons/:season/stores/:store/adjustments", {
      where: { season, store },
      body: { amountMinor: 500_000, reason: "wages" },
    });
    const answer = await hand(house, season, store, 0, day, [
      { kind: "set-answer-policy", disputes: "refund", returns: "leave", handAnswers: 30 },
      { kind: "hire-staff", role: "service", heads: 1 },
    ]);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    await close();
    const view = await look();
    assert.deepEqual([view.returns.length, view.disputes.length], [0, 0]);
    assert.deepEqual(
      [view.policy.disputes, view.policy.returns, view.policy.handAnswers],
      ["refund", "leave", 30],
    );
    assert.equal(view.questions.capacity, 30 + view.staff.heads * view.staff.perHead);
    const wages = await house.fresh.owner.rows<{ minor: number }>({
      name: "wages-of-store",
      text: `select coalesce(sum(amount_minor), 0)::int as minor from practice.posting
             where season_id = $1 and store = $2 and party = $2 and account = 22`,
      values: [season, Number(store)],
    });
    assert.ok(Math.abs(wages[0]!.minor - view.staff.wageMonthMinor / 30) <= 1);
  });

  test("health shows its parts, whose weights make the whole", async () => {
    const { health, questions, byReason, delivered } = await look();
    assert.equal(
      health.parts.reduce((sum, { weightBp }) => sum + weightBp, 0),
      10_000,
    );
    const [own, ...more] = health.tiers.filter(({ isOwn }) => isOwn);
    assert.deepEqual(
      health.tiers.map(({ id }) => id),
      ["A", "B", "C"],
      "the best first",
    );
    assert.ok(own !== undefined && more.length === 0 && own.payoutDays > 0);
    assert.equal(health.priorUnits, 30);
    const mean = health.parts.reduce((sum, { markBp, weightBp }) => sum + markBp * weightBp, 0);
    assert.ok(Math.abs(mean / 10_000 - health.healthBp) < 3);
    assert.ok(questions.askedSeries.reduce((sum, count) => sum + count) > 0, "buyers ask");
    const returned = byReason
      .filter(({ reason }) => reason.startsWith("return"))
      .reduce((sum, { units }) => sum + units, 0);
    assert.ok(returned > 0 && returned < delivered / 2, `${returned} of ${delivered}`);
  });

  test("the orders show all that their buyers did, and pay back what the books do", async () => {
    const [books] = await house.fresh.owner.rows<Record<"units" | "back", number>>({
      name: "claims-and-refunds",
      text: `select (select sum(units)::int from practice.case_event
                      where season_id = $1 and store = $2 and event = 0) as units,
                    (select sum(amount_minor)::int from practice.posting
                      where season_id = $1 and store = $2 and party = $2 and account = $3) as back`,
      values: [season, Number(store), account.refunds],
    });
    const means = { ...house.app.means, engine };
    const number = Number(store);
    let claimed = 0;
    let back = 0;
    for (let after: string | undefined, isFirst = true; isFirst || after !== undefined;) {
      isFirst = false;
      const asks = { limit: 100, after };
      const page = await listOrders(means, people.student(0), season, number, asks);
      assert.ok(page.ok);
      after = page.value.next ?? undefined;
      for (const { id, units } of page.value.items) {
        const view = await viewOrder(means, people.student(0), season, number, id);
        assert.ok(view.ok);
        const { claims, earned } = view.value;
        const inAll = claims.reduce((sum, claim) => sum + claim.units, 0);
        assert.ok(inAll <= units, "a unit has one fate");
        claimed += inAll;
        for (const { code, minor } of earned) if (code === "refund") back -= minor;
      }
    }
    assert.equal(claimed, books!.units);
    assert.equal(back, books!.back);
    assert.ok(claimed > 0 && back > 0);
  });
});

test("a season without after-sales has none, and refuses its decisions", async () => {
  const house = await practiceHouse();
  try {
    const season = await runningSeason(house, 4);
    const wish = { place: 0, products: 1, feeMinor: 0, priceBp: 10_000 };
    const { store } = await sellingStore(house, season, wish);
    const answer = await hand(house, season, store, 0, 1, [
      { kind: "hire-staff", role: "service", heads: 1 },
    ]);
    assert.equal(answer.code, "practice/module-off");
    assert.deepEqual(answer.problem?.facts, { module: "service", wish: 0 });
  } finally {
    await house.stop();
  }
});
