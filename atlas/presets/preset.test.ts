import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { botRoster } from "@echelon/kernel/market/bots/bot-roster.ts";
import { closeDay } from "@echelon/kernel/market/day.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { parametersOf } from "@echelon/kernel/market/parameters/parameters.ts";
import { valuesOf } from "@echelon/kernel/market/scoring/scoring.ts";
import { type Scoring, scorings, unitOf } from "@echelon/kernel/market/scoring/scorings.ts";
import type { StoreRecord } from "@echelon/kernel/market/scoring/store-record.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world/world.ts";
import { buildWorldSource, presetCards, presets } from "../world-source.ts";
import { type Preset, scoringIds } from "./preset.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);
/** Enough bots for a par line, few enough days to run in a test. */
const short = { bots: 20, days: 2 };
/** The last day by which every preset's scoring has something to say of everybody. */
const daysMost = 24;

function compiled(preset: Preset): World {
  const { bots } = short;
  const source = buildWorldSource(preset.scenario, undefined, { preset: preset.id, bots });
  // A season's export is this text: it opens to the same world.
  assert.deepEqual(JSON.parse(JSON.stringify(source)), source);
  // A short burn-in: what is asked here is whether the preset runs, not what its market is like.
  const scenario = { ...source.scenario, burnInDays: 4 };
  const world = compileWorld({ ...source, scenario });
  assert.ok(world.ok, world.ok ? "" : JSON.stringify(world.faults));
  return world.value;
}

/** What a points scoring may reach: five targets rise above a hundred where all is exceeded. */
const pointsMost = (scoring: Scoring) => (scoring === "targets" ? 1_100 : 1_000);

for (const preset of presets()) {
  test(`${preset.id}: a season of bots runs, the books balance and everybody has a value`, () => {
    const world = compiled(preset);
    const season = openSeason(world, { k0: 3, k1: 4 }, memory);
    const work = newWorkspace(world.sizes, memory);
    let records: StoreRecord[] = [];
    const own = () => valuesOf(preset.scoring, records, world.parameters);
    let day = 0;
    do {
      day += 1;
      const { tables, ledgerSums } = closeDay(season, [], work, { into: season.state });
      assert.ok(Object.values(ledgerSums).every((sum) => sum === 0));
      records = recordsOf(world, tables.stores, day, preset.checklist !== undefined);
    } while (day < daysMost && (day < short.days || own().includes(null)));
    assert.equal(records.length, short.bots);
    const values = own();
    assert.ok(!values.includes(null), `${preset.scoring} says nothing on day ${day}`);
    assert.ok(new Set(values).size > 1, `${preset.scoring} tells nobody from anybody`);
    for (const scoring of scorings.filter((one) => unitOf[one] === "points")) {
      for (const value of valuesOf(scoring, records, world.parameters)) {
        assert.ok(value === null || (value >= 0 && value <= pointsMost(scoring)), scoring);
      }
    }
  });
}

type Stores = ReturnType<typeof closeDay>["tables"]["stores"];

/** A bot has no tasks: some are made up for it, and what is real of them is played elsewhere. */
const madeUp = (store: number) => ({ reachedBp: 8_000 - 100 * store, operationsBp: 2_500 });

function recordsOf(
  world: World,
  { columns, rows }: Stores,
  day: number,
  hasTasks: boolean,
): StoreRecord[] {
  const capitalMinor = world.source.scenario.openingCashMinor;
  const seats = botRoster(world.source.scenario.bots);
  return Array.from({ length: rows }, (_, row) => {
    const { level, isEntrant } = seats[columns.store[row]!]!;
    const par = isEntrant && level === 4 ? "high" : isEntrant && level === 1 ? "low" : null;
    return {
      store: columns.store[row]!,
      par,
      capitalMinor,
      worthMinor: columns.worthMinor[row]!,
      worthBeforeMinor: capitalMinor,
      daysBefore: day,
      meanEquityMinor: columns.equityMinor[row]!,
      debtMinor: columns.payablesMinor[row]!,
      assetsMinor: columns.equityMinor[row]! + columns.payablesMinor[row]!,
      points: columns.points[row]!,
      ratingMilli: columns.ratingMilli[row]!,
      revenueMinor: columns.revenueMinor[row]!,
      adsMinor: columns.adsMinor[row]!,
      scoreMilli: columns.scoreMilli[row]!,
      profitMilli: columns.scoreProfitMilli[row]!,
      roundScores: [columns.scoreMilli[row]!],
      tasks: hasTasks ? madeUp(row) : null,
    };
  });
}

test("a preset says where its figures come from, and what it says of a scenario is taken", () => {
  assert.deepEqual([...scoringIds], [...scorings]);
  for (const { id, scenario, changes, name } of presets()) {
    assert.ok(existsSync(join(import.meta.dirname, id, "sources.md")), id);
    const made = buildWorldSource(scenario, undefined, { preset: id }).scenario;
    assert.deepEqual(made.name, name);
    assert.equal(made.days, changes.days ?? made.days);
    assert.equal(made.openingCashMinor, changes.openingCashMinor ?? made.openingCashMinor);
    assert.deepEqual(made.modules, { ...made.modules, ...changes.modules });
    assert.ok(made.shocks.every(({ from }) => from <= made.days));
  }
  assert.throws(() => buildWorldSource("first-week", undefined, { preset: "marketing" }));
});

test("no preset writes letters that lapse before a round's end lets anybody answer", () => {
  for (const { id, scenario, daysPerRound } of presets()) {
    const source = buildWorldSource(scenario, undefined, { preset: id });
    const stands = parametersOf(source.scenario.parameters).parameters["inbox.standsDays"];
    const canAnswer = daysPerRound <= stands;
    assert.ok(canAnswer || !source.scenario.modules.temptations, `${id}: ${daysPerRound} days`);
  }
});

test("no preset has a tender that closes before a round's begin lets anybody bid", () => {
  for (const { id, scenario, daysPerRound } of presets()) {
    const source = buildWorldSource(scenario, undefined, { preset: id });
    const open = parametersOf(source.scenario.parameters).parameters["tender.openDays"];
    const canBid = daysPerRound <= open + 1;
    assert.ok(canBid || !source.scenario.modules.tenders, `${id}: ${daysPerRound} days`);
  }
});

test("the contest of eight rounds tells news of each of its six subjects in every round", () => {
  const contest = presetCards().find(({ code }) => code === "P2")!;
  const { shocks } = buildWorldSource("class-40", undefined, { preset: contest.id }).scenario;
  for (let round = 1; round <= 8; round++) {
    const told = shocks.filter(({ from }) => from === 1 + (round - 1) * contest.daysPerRound);
    assert.equal(told.length, 6, `round ${round}`);
  }
  assert.equal(contest.scenario.days, 8 * contest.daysPerRound);
});
