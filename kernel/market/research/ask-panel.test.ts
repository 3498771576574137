import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { account } from "../../ledger/account.ts";
import { log } from "../../number/log.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import type { LogEntry, ResearchDecision } from "../decisions/decision.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay, type DayResult } from "../day.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { exampleState } from "../examples/example-state.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { segmentCount, segmentNames } from "../parameters/parameter-lists.ts";
import { openDay, runShard } from "../shelf/phases.ts";
import { openEngine, type Engine } from "../state/engine.ts";
import { firstSeat } from "../state/season.ts";
import { newWorkspace } from "../state/workspace.ts";
import { noEffects } from "../world/shock.ts";
import { pageSlots } from "../world/world-limits.ts";
import {
  askPanel,
  comparedOffers,
  motiveShares,
  payingShare,
  preferringShare,
  type PanelAsk,
} from "./ask-panel.ts";
import { buyersAt, motiveWeights, partsOf, shelvesOfCell, shownOffers } from "./motives.ts";
import { panelMotives, panelQuestions } from "./panel-questions.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);
const world = exampleWorld({
  stores: 60,
  visitsPerDay: 20_000,
  modules: { research: true, offsite: true },
});
const { markets, categories } = world.sizes;

function firstSlice(): Engine {
  const key = { k0: 5, k1: 9 };
  const state = exampleState(world, key, memory, { advertised: 0.3 });
  for (let at = 0; at < state.awareness.length; at++) state.awareness[at] = ((at * 37) % 50) / 100;
  const engine = openEngine(world, key, state, newWorkspace(world.sizes, memory));
  openDay(engine, { effects: noEffects(markets, categories, 1) });
  for (const phase of ["prepare", "rank", "slice"] as const) runShard(engine, phase, 0, 0, 1);
  return engine;
}

const engine = firstSlice();
const [market, category] = [1, 0];
const cell = market * categories + category;
const question = (name: (typeof panelQuestions)[number]) => panelQuestions.indexOf(name);
const askers = Array.from({ length: 400 }, (_, store) => store);
const ask = (
  name: (typeof panelQuestions)[number],
  detail = 0,
  segment = -1,
  sample = 400,
): PanelAsk => ({ store: 0, market, category, segment, question: question(name), sample, detail });

/** How often the answers of many askers hold a true share. */
function held(asked: PanelAsk, answer: number, truth: number): number {
  const inside = askers.filter((store) => {
    const line = askPanel(engine, { ...asked, store }).find((one) => one.answer === answer);
    assert.ok(line !== undefined);
    return Math.abs(line.share.value - 10_000 * truth) <= line.share.margin;
  });
  return inside.length / askers.length;
}

suite("what moves shoppers", () => {
  test("a listing's parts are its utility, all of it but what the store's service adds", () => {
    const { work, state } = engine;
    for (const shelf of shelvesOfCell(engine, cell)) {
      for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
        const offer = work.pageOffer[shelf * pageSlots + slot]!;
        const row = work.factRow[shelf * pageSlots + slot]!;
        for (let segment = 0; segment < segmentCount; segment++) {
          const parts = partsOf(engine, offer, cell, segment);
          const sum = panelMotives.reduce((total, motive) => total + parts[motive], 0);
          const service = engine.weights.service * state.answered[state.storeOf[offer]!]!;
          const utility = log(work.attraction[row * segmentCount + segment]!);
          assert.ok(Math.abs(sum + service - utility) < 1e-9, `offer ${offer}`);
        }
      }
    }
  });

  test("buyers at the prices shown are the day's, and fewer come the more all of it costs", () => {
    const { work } = engine;
    let [bought, visits] = [0, 0];
    for (const shelf of shelvesOfCell(engine, cell)) {
      visits += work.visits[shelf]!;
      for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
        const row = work.factRow[shelf * pageSlots + slot]!;
        bought += work.orderRate[shelf * pageSlots + slot]! / work.factCheckout[row]!;
      }
    }
    const shares = world.segmentShare.subarray(market * segmentCount, (market + 1) * segmentCount);
    const buying = shares.reduce(
      (sum, share, segment) => sum + share * buyersAt(engine, cell, segment, 1000).shown,
      0,
    );
    assert.ok(Math.abs((buying * visits) / bought - 1) < 1e-9, `${buying * visits} ${bought}`);
    for (let segment = -1; segment < segmentCount; segment++) {
      const paying = [1, 500, 1000, 2000, 4000, 8000, 16_000, 64_000].map((price) =>
        payingShare(engine, ask("would-pay", price, segment))!,
      );
      assert.equal(paying[0], 1, "nearly for nothing");
      paying.forEach((share, at) => assert.ok(at === 0 || share <= paying[at - 1]!));
      assert.ok(paying.at(-1)! < paying[0]!);
    }
  });

  test("price matters most often to bargain hunters, and least often to the premium ones", () => {
    const priced = (name: (typeof segmentNames)[number]) =>
      motiveShares(engine, ask("matters", 0, segmentNames.indexOf(name)))[0]!;
    assert.ok(priced("bargain") > priced("balanced"));
    assert.ok(priced("balanced") > priced("premium"));
    const all = motiveShares(engine, ask("matters"));
    assert.ok(Math.abs(all.reduce((sum, one) => sum + one, 0) - 1) < 1e-9, "everybody answers");
    assert.ok(all[0]! < priced("bargain") && all[0]! > priced("premium"));
  });

  test("what all listings have alike matters to nobody", () => {
    const own = firstSlice();
    for (const offer of shownOffers(own, cell).keys()) own.work.reviewTerm[offer] = 0.3;
    const weights = motiveWeights(own, cell, 2);
    assert.equal(weights[panelMotives.indexOf("reviews")], 0);
    assert.ok(weights[panelMotives.indexOf("price")]! > 0);
  });
});

suite("asking a panel", () => {
  test("answers hold the truth in nineteen panels of twenty", () => {
    const shares = motiveShares(engine, ask("matters", 0, 3));
    shares.forEach((share, motive) => {
      assert.ok(held(ask("matters", 0, 3), motive, share) >= 0.92, panelMotives[motive]);
    });
    const would = ask("would-pay", 3000);
    assert.ok(held(would, 1, payingShare(engine, would)!) >= 0.92, "would pay");
    const state = engine.state;
    const rare = state.awareness[7 * markets + market]!;
    const named = askers.filter((store) => {
      const lines = askPanel(engine, { ...ask("names"), store });
      const line = lines.find((one) => one.answer === 7);
      return line === undefined || Math.abs(line.share.value - 10_000 * rare) <= line.share.margin;
    });
    assert.ok(named.length / askers.length >= 0.92, "names");
  });

  test("a panel of a few is as unsure as it says, and a large one is not", () => {
    const price = Array.from({ length: 100 }, (_, at) => 500 + 100 * at).find(
      (one) => payingShare(engine, ask("would-pay", one))! < 0.6,
    )!;
    const margin = (sample: number) =>
      askPanel(engine, ask("would-pay", price, -1, sample))[0]!.share.margin;
    assert.ok(margin(50) > 1000 && margin(2000) < 300, `${margin(50)} ${margin(2000)}`);
    // A margin that is never passed would be a lie the other way.
    const would = ask("would-pay", price, -1, 2000);
    assert.ok(held(would, 1, payingShare(engine, would)!) < 1);
  });

  test("one is preferred to the best rival by what one is ahead in", () => {
    const store = [...shownOffers(engine, cell).keys()].map(
      (row) => engine.state.storeOf[row]!,
    )[0]!;
    const asked = { ...ask("compare"), store };
    const compared = comparedOffers(engine, asked)!;
    const share = preferringShare(engine, asked, compared);
    const swapped = preferringShare(engine, asked, { own: compared.rival, rival: compared.own });
    assert.ok(Math.abs(share + swapped - 1) < 1e-9);
    const parts = (offer: number) => partsOf(engine, offer, cell, 3).price;
    const isAhead = parts(compared.own) > parts(compared.rival);
    assert.equal(preferringShare(engine, { ...asked, segment: 3 }, compared) > 0.5, isAhead);
    const [own, rival] = askPanel(engine, asked);
    assert.equal(own!.said + rival!.said, asked.sample);
    assert.deepEqual([own!.answer, rival!.answer], [store, engine.state.storeOf[compared.rival]!]);
  });

  test("nobody answers about what is not there", () => {
    const nowhere = { ...ask("compare"), store: 59_999 };
    assert.deepEqual(askPanel(engine, nowhere), []);
    const empty = firstSlice();
    empty.work.slotCount.fill(0);
    assert.deepEqual(askPanel(empty, ask("matters")), []);
    assert.deepEqual(askPanel(empty, ask("would-pay", 1000)), []);
  });

  test("the own name is told first, then nine others at most, the best known first", () => {
    const lines = askPanel(engine, ask("names"));
    assert.equal(lines[0]!.answer, 0);
    assert.equal(lines.length, 10);
    const others = lines.slice(1).map(({ said }) => said);
    assert.deepEqual(
      others,
      others.toSorted((a, b) => b - a),
    );
  });
});

const shop = exampleSeason({ modules: { research: true } });
const store = firstSeat(shop.season.world);
const [here = ""] = shop.season.world.marketIds;
const [first = "", other = ""] = shop.season.world.categoryIds;
const matters: ResearchDecision = {
  kind: "ask-panel",
  question: "matters",
  market: here,
  category: first,
  segment: "bargain",
  sample: 400,
};
const wouldPay: ResearchDecision = { ...matters, question: "would-pay", priceMinor: 2500 };
const compare: ResearchDecision = { ...matters, question: "compare", segment: null, by: "price" };

function played(decisions: readonly ResearchDecision[]): readonly DayResult[] {
  const log: readonly LogEntry[] = [
    ...beginnersLog(shop.season.world),
    ...entriesOf(store, 2, decisions, 100),
  ];
  const results: DayResult[] = [];
  let { season } = shop;
  for (let day = 1; day <= 3; day++) {
    const entries = log.filter((one) => one.day === day);
    results.push(closeDay(season, entries, shop.work));
    season = { ...season, state: results.at(-1)!.state };
  }
  return results;
}

suite("a store that asks", () => {
  test("panels change no sale of anybody, and the cash by their price alone", () => {
    const asked = played([matters, wouldPay, compare]);
    const plain = played([]);
    asked.forEach((result, day) => {
      assert.deepEqual(result.tables.sales.columns, plain[day]!.tables.sales.columns);
    });
    const cash = ({ state }: DayResult) =>
      balanceOf(state, store, account.cash, shop.season.world.base);
    assert.equal(cash(plain.at(-1)!) - cash(asked.at(-1)!), 3 * 4000);
  });

  test("answers are given on their day, once, and the same ones on a replay", () => {
    const [, day, after] = played([matters, wouldPay, compare]);
    const { rows, columns } = day!.tables.answers;
    assert.equal(rows, panelMotives.length + 1 + 2);
    const said = [...columns.said.subarray(0, panelMotives.length)];
    assert.equal(
      said.reduce((sum, one) => sum + one, 0),
      400,
    );
    assert.ok([...columns.store.subarray(0, rows)].every((one) => one === store));
    assert.equal(after!.tables.answers.rows, 0);
    assert.equal(after!.state.tables.reportOrders.rows, 0);
    const again = played([matters, wouldPay, compare])[1]!;
    assert.deepEqual(again.tables.answers.columns, columns);
    assert.equal(again.digest, day!.digest);
  });

  test("each question has its yes, its warning and its no", () => {
    const [opened] = played([]);
    const season = { ...shop.season, state: opened!.state };
    const rule = (decision: ResearchDecision) => checkDecision(season, store, decision);
    const said = (decision: ResearchDecision) => {
      const ruling = rule(decision);
      if (ruling.kind === "refused") return ruling.code;
      return ruling.warnings.map(({ code }) => code).join();
    };
    const yes = rule(matters);
    assert.equal(yes.kind === "accepted" && yes.effect.cashMinor, -4000);
    assert.equal(said(matters), "");
    assert.equal(said(wouldPay), "");
    assert.equal(said(compare), "");
    assert.equal(said({ ...matters, sample: 60 }), "practice/sample-small");
    const { panelSampleMin, panelSampleMax } = decisionLimits;
    for (const sample of [panelSampleMin - 1, panelSampleMax + 1, 99.5]) {
      assert.equal(said({ ...matters, sample }), "practice/value-not-allowed");
    }
    assert.equal(said({ ...matters, market: "xx" }), "practice/no-such-market");
    assert.equal(said({ ...matters, category: "none" }), "practice/value-not-allowed");
    assert.equal(said({ ...matters, segment: "x" as "bargain" }), "practice/value-not-allowed");
    assert.equal(said({ ...matters, priceMinor: 5 }), "practice/value-not-allowed");
    assert.equal(said({ ...wouldPay, priceMinor: 0 }), "practice/value-not-allowed");
    assert.equal(said({ ...compare, by: undefined }), "practice/value-not-allowed");
    assert.equal(said({ ...compare, category: other }), "practice/not-listed");
    assert.equal(said({ ...matters, question: "names" }), "practice/module-off");
    const twice = played([matters, matters, { ...matters, segment: null }])[1]!.refused;
    assert.deepEqual(
      twice.map(({ code }) => code),
      ["practice/report-ordered"],
    );
    const known = exampleSeason({ modules: { research: true, offsite: true } });
    const names: ResearchDecision = { ...matters, question: "names" };
    const asked = [names, { ...names, category: other }, { ...matters, category: other }, matters];
    const { refused: no } = closeDay(
      known.season,
      [...beginnersLog(known.season.world), ...entriesOf(store, 1, asked, 100)],
      known.work,
    );
    assert.deepEqual(
      no.map(({ code }) => code),
      ["practice/report-ordered"],
      "who is named does not hang on the goods",
    );
    season.state.balance.fill(0);
    assert.equal(said(matters), "practice/cash-short");
  });
});
