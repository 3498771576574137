import assert from "node:assert/strict";
import { test } from "node:test";
import { observeDay } from "../why/observe-day.ts";
import { arrangements } from "./arrangements.ts";
import { askQuestions } from "./ask-questions.ts";
import { watchYielding, type YieldWatch } from "./giving-way.ts";
import { luckOf } from "./planted/luck.ts";
import { playMarketSeason } from "./planted/market-season.ts";
import { Tally } from "./planted/measure.ts";
import type { Planted } from "./planted/planted-cases.ts";
import { writeSeason } from "./planted/written-season.ts";
import { evidenceOf, openShown, shownTo } from "./planted/written-shown.ts";
import type { Question } from "./question.ts";

/** The gate (practice.md section 14): what is planted is found, and who is asked was planted. */
const recallLeast = 0.8;
const precisionLeast = 0.9;

function gate(tally: Tally, least: number): void {
  const kinds = tally.kinds();
  assert.ok(kinds.length > 0);
  for (const { kind, planted, recall, asked, precision } of kinds) {
    const figures = `${kind}: recall ${recall} of ${planted}, precision ${precision} of ${asked}`;
    assert.ok(planted >= least, figures);
    assert.ok(recall >= recallLeast, figures);
    assert.ok(precision >= precisionLeast, figures);
  }
}

test("copies, false claims, double hands and uneven teams are asked about, others not", () => {
  const shown = openShown();
  const tally = new Tally();
  for (let seed = 1; seed <= 40; seed++) {
    const luck = luckOf(seed);
    const here = shownTo(luck, shown);
    const season = writeSeason(luck, here);
    tally.add(season.planted, askQuestions(evidenceOf(here, season)));
  }
  gate(tally, 40);
});

/**
 * Who gave way to whom is one arrangement, whichever way round it is asked about: that all of those
 * named are in it is what makes the question worth asking.
 */
const isWithin = ({ stores }: Question, one: Planted) =>
  stores.every((store) => one.stores.includes(store));

test("stores that give way to a certain rival are asked about, and close honest rivals not", () => {
  const tally = new Tally();
  // Every other class is honest altogether.
  for (let seed = 101; seed <= 113; seed++) {
    for (const isHonest of [false, true]) {
      let watch: YieldWatch | undefined;
      const played = playMarketSeason(seed, isHonest, (season, bench, work, entries, people) => {
        watch ??= watchYielding(bench, people);
        watch.see(season, entries, observeDay(season, entries, work));
      });
      const cases = played.planted.map(({ isRing, stores }): Planted => ({
        kind: isRing ? "in-turns" : "gave-way",
        stores,
      }));
      tally.add(cases, arrangements(watch!.found(), played.openingCashMinor), isWithin);
    }
  }
  gate(tally, 13);
});
