import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { classifyPosting } from "./classify-posting.ts";
import { wordCutter } from "./cut-words.ts";
import { echelonPlaceOf, echelonPoints, payThird, payThirds } from "./echelon-points.ts";
import { askGate } from "./gate.ts";
import { labelKappa } from "./label-agreement.ts";
import { adjustedOpenings, coverageOf, stockNeed, withoutOrdered } from "./need.ts";
import { plainTitle } from "./plain.ts";
import { learnWords, type ModelTexts, postingModel } from "./posting-model.ts";

const cut = wordCutter(["跨境电商", "海外仓", "选品"], (run) => run.match(/\p{L}+/gu) ?? []);
const ranks = {
  titles: [["专员"], ["主管"], ["经理"]],
  beginners: ["助理"],
  leading: ["带团队"],
} as const;
const texts: ModelTexts = {
  gate: { strong: ["跨境电商", "海外仓", "amazon"], negativeTitles: ["医学"] },
  ranks,
  echelons: ["E1", "E2", "E3"],
  roles: [
    { id: "R1", titles: ["店铺运营"], text: "store listing keywords inventory" },
    { id: "R2", titles: ["采购专员"], text: "warehouse freight 海外仓 inventory" },
  ],
  competencies: [
    { id: "A1", names: ["选品"], text: "选品 product research" },
    { id: "A2", names: ["仓储计划"], text: "warehouse freight plan" },
  ],
};
const model = postingModel(texts, {}, cut);
const posting = (title: string, description = "") => ({ title, description, yearsMin: null });

test("own words are kept whole, and nothing of a text is lost", () => {
  assert.deepEqual(cut("跨境电商海外仓 manager"), ["跨境电商", "海外仓", "manager"]);
  const whole = wordCutter(["ab", "abc", "跨境"], (run) => [run]);
  fc.assert(
    fc.property(fc.stringMatching(/^[abc跨境x]{0,20}$/), (text) => {
      return whole(text).join("") === text;
    }),
  );
});

test("a word in the title or two in the text let a posting in, a negative title does not", () => {
  const ask = (title: string, text = "") => askGate(posting(title, text), texts.gate).isRelevant;
  assert.deepEqual(
    [
      ask("跨境电商运营"),
      ask("运营", "海外仓"),
      ask("运营", "海外仓 Amazon"),
      ask("医学Amazon编辑"),
    ],
    [true, false, true, false],
  );
});

test("the words that decided are told, the strongest first", () => {
  const { roles, competencies, confidence } = classifyPosting(
    posting("Amazon 海外仓 freight", "选品; plan warehouse freight"),
    model,
  );
  assert.equal(roles[0]?.role, "R2");
  assert.ok((roles[0]?.words.length ?? 0) >= 2);
  const shares = roles[0]!.words.map(({ share }) => share);
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => b - a),
  );
  assert.deepEqual(competencies.toSorted(), ["A1", "A2"]);
  assert.ok(confidence > 0.15);
  assert.equal(classifyPosting(posting("店铺运营 Amazon"), model).roles[0]?.role, "R1");
});

test("labels move words to the role that people chose, in any order", () => {
  const lessons = ["banner photo", "photo retouch"].map((title) => {
    return { role: "R2", title, description: "" };
  });
  const learned = learnWords(lessons, cut);
  assert.deepEqual(learnWords(lessons.toReversed(), cut), learned);
  assert.deepEqual(learned, { R2: { banner: 1, photo: 2, retouch: 1 } });
  const after = postingModel(texts, learned, cut);
  const asked = posting("Amazon photo");
  assert.equal(classifyPosting(asked, model).roles.length, 0);
  assert.equal(classifyPosting(asked, after).roles[0]?.role, "R2");
});

test("years, title, pay and leading make the echelon", () => {
  const place = (title: string, yearsMin: number | null, text = "", third = 1) => {
    const {
      years,
      title: rank,
      leading,
    } = echelonPoints({ title, description: text, yearsMin }, ranks);
    return echelonPlaceOf(years + rank + leading, third);
  };
  assert.equal(place("运营专员", 0), 0);
  assert.equal(place("运营主管", 3), 1);
  assert.equal(place("运营经理", 5), 2);
  assert.equal(place("经理助理", 1), 0);
  assert.equal(place("运营", 5), 2);
  assert.equal(place("运营经理", 3, "带团队"), 2);
  assert.deepEqual(payThirds([1, 2]), null);
  const cuts = payThirds([30, 10, 20, 40, 60, 50]);
  assert.deepEqual(
    [10, 30, 60, null].map((pay) => payThird(pay, cuts)),
    [0, 1, 2, 1],
  );
});

test("titles are compared without remarks and ornament", () => {
  assert.equal(plainTitle("亚马逊运营（双休）★"), "亚马逊运营");
  assert.equal(plainTitle("产品经理-PM(J10458)"), "产品经理pm");
  assert.equal(plainTitle("【急聘】"), "急聘");
});

test("agreement beyond chance is one for equals, and none where chance explains it", () => {
  const pair = (first: string, second: string) => ({ first, second });
  assert.equal(labelKappa([]), null);
  assert.equal(labelKappa([pair("a", "a"), pair("b", "b")]), 1);
  assert.equal(labelKappa([pair("a", "a"), pair("a", "b"), pair("b", "a"), pair("b", "b")]), 0);
});

test("coverage is drawn to the region's, within bounds", () => {
  const survey = (city: string, surveyed: number, posted: number) => {
    return { source: "s", city, surveyed, posted };
  };
  assert.equal(coverageOf([], "s", "c"), 1);
  assert.equal(coverageOf([survey("c", 30, 10)], "other", "c"), 1);
  assert.equal(coverageOf([survey("c", 40, 20)], "s", "elsewhere"), 2);
  // The region's 60 to 30 draws the city's 40 to 10: (40 + 20 · 2) / (10 + 20).
  const all = [survey("c", 40, 10), survey("d", 20, 20)];
  assert.equal(coverageOf(all, "s", "c"), 80 / 30);
  assert.equal(coverageOf([survey("c", 9_000, 1)], "s", "c"), 10);
});

test("doubles, postings without end and orders weigh what they must", () => {
  const one = {
    city: "c",
    family: "F1",
    echelon: "E1",
    quarter: 8,
    source: "s",
    groupSize: 2,
    windows: 1,
    openings: 6,
    postings: 2,
    enterprise: "e",
  };
  assert.equal(adjustedOpenings(one, 1), 3);
  assert.equal(adjustedOpenings({ ...one, windows: 4 }, 2), 3);
  const order = { enterprise: "e", city: "c", family: "F1", echelon: "E1", from: 7, due: 9 };
  const left = (people: number) =>
    withoutOrdered([one, { ...one, enterprise: null }], [{ ...order, people }]).map(
      ({ openings }) => openings,
    );
  assert.deepEqual(left(1), [4, 6]);
  assert.deepEqual(left(99), [0, 6]);
});

test("a need follows its survey by what is posted", () => {
  const openings = new Map([
    [10, 40],
    [14, 80],
  ]);
  const rates = { leavingPpm: 50_000, growthPpm: 20_000 };
  const need = (quarter: number, surveys = [{ quarter: 10, people: 100 }]) =>
    stockNeed(openings, quarter, surveys, rates);
  assert.deepEqual(need(10), { people: 100, way: "survey" });
  assert.deepEqual(need(14), { people: 200, way: "survey" });
  assert.equal(need(9).way, "openings");
  assert.ok(Math.abs(need(10, []).people - 20 / 0.07) < 1e-9);
});
