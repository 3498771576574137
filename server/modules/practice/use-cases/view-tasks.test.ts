import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import { ratesOf } from "@echelon/kernel/market/books/currency.ts";
import type { DecidedEntry } from "@echelon/kernel/market/checklist/evidence.ts";
import { type ClosedTables, evidenceOf } from "@echelon/kernel/market/checklist/gather-evidence.ts";
import {
  type ChecklistMark,
  markChecklist,
} from "@echelon/kernel/market/checklist/mark-checklist.ts";
import { closeDay } from "@echelon/kernel/market/day.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world/world.ts";
import { seedOf } from "../engine/season-key.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { readSeason, readWorld } from "../store/season-store.ts";
import {
  closeDay as closeRound,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);
const tasksDoes = "GET /practice/seasons/:season/stores/:store/tasks";
const boardDoes = "GET /practice/seasons/:season/leaderboard";
const todayDoes = "GET /practice/seasons/:season/stores/:store/today";
const classDoes = "GET /practice/seasons/:season/tasks";

suite("the tasks of a season", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const presets = [
    { preset: "specialist-exam", scenario: "first-week", days: 8, daysPerRound: 2, share: 0 },
    { preset: "provincial-contest", scenario: "class-40", days: 9, daysPerRound: 3, share: 4_000 },
  ] as const;
  const look = async (season: string, store: string, place: number) =>
    (await house.call(people.student(place), tasksDoes, { where: { season, store } })).body;

  /** A store that sells and answers, one that does nothing, and some rounds. */
  async function played({ preset, scenario, days, daysPerRound }: (typeof presets)[number]) {
    const change = { scenario, preset, bots: 12, teamSize: 1 };
    // A round more than is closed: who has finished cannot be rewound.
    const season = await runningSeason(house, days + daysPerRound, change);
    const wish = { place: 0, products: 3, feeMinor: 0, priceBp: 10_000 };
    const { store } = await sellingStore(house, season, wish);
    const idle = await openStore(house, season, 1);
    const paper = await look(season, store, 0);
    assert.deepEqual([paper.day, paper.points, paper.reachedBp], [0, 100, 0]);
    await hand(house, season, store, 0, 1, [
      { kind: "set-answer-policy", disputes: "refund", returns: "resell", handAnswers: 30 },
    ]);
    for (let day = 1; day <= days; day += daysPerRound) await closeRound(house, season, day);
    return { season, store, idle };
  }

  for (const one of presets) {
    test(`${one.preset}: are judged from log and closes, and rank the stores`, async () => {
      const { season, store, idle } = await played(one);
      const mine = await look(season, store, 0);
      assert.equal(mine.day, one.days);
      assert.equal(mine.operationsBp, one.share);
      assert.ok(mine.reachedBp > 0 && mine.reachedBp < 10_000, String(mine.reachedBp));
      const tasks = mine.units.flatMap((unit) => unit.tasks);
      const task = (id: string) => tasks.find((each) => each.id === id)!;
      assert.deepEqual([task("answers").figure, task("answers").state], [3, "reached"]);
      const [answered] = task("answers").rows;
      assert.ok(answered!.decision! > 0 && answered!.day === 1);
      assert.equal(task("pictures").state, "not-yet", "its pictures are the enterprise's");
      assert.ok(task("sold").figure > 0 && task("margin").figure > 0);
      assert.ok(task("margin").rows.every(({ sku, market }) => sku !== null && market !== null));
      const nothing = await look(season, idle, 1);
      assert.equal(nothing.reachedBp, 0);
      assert.ok(nothing.units.every(({ reachedCenti }) => reachedCenti === 0));

      const all = await house.call(people.teacher, classDoes, { where: { season } });
      const row = all.body.stores.find((each) => String(each.store) === store)!;
      const byUnit = mine.units.map(({ reachedCenti }) => reachedCenti);
      assert.deepEqual([row.reachedCenti, row.reachedBp], [byUnit, mine.reachedBp]);

      const again = await playedAgain(season, Number(store));
      assert.deepEqual(
        again.tasks.map(({ id, figure }) => [id, figure]),
        tasks.map(({ id, figure }) => [id, figure]),
      );
      assert.equal(again.reachedBp, mine.reachedBp);

      const { body: board } = await house.call(people.teacher, boardDoes, { where: { season } });
      assert.equal(board.scoring, "checklist");
      const [first] = board.rows;
      assert.equal(String(first!.store), store);
      const { scoreMilli, reachedBp } = mine;
      const mixed = ((10_000 - one.share) * reachedBp + one.share * 10 * scoreMilli) / 10_000;
      assert.equal(first!.value, scoreMilli < 0 ? reachedBp : Math.floor(mixed + 0.5));
      assert.ok(board.rows.every(({ isBot, value }) => !isBot || value === null));
      const { body: today } = await house.call(people.student(1), todayDoes, {
        where: { season, store: idle },
      });
      // Why: who did nothing at all was once told to be first of 25 stores, 24 of them bots.
      const { rank, of, isTasksOnly } = today.standing!;
      assert.deepEqual([rank, of, isTasksOnly], [2, 2, one.share === 0]);
      if (one.share === 0) assert.equal(task("count").figure, first!.orders);
      assert.equal(await inGradebook(season, "Store 0"), first!.value! / 100);

      const steward = { where: { season }, body: { day: 1, reason: "again" } };
      await house.call(people.teacher, "POST /practice/seasons/:season/rewind", steward);
      const anew = await look(season, store, 0);
      assert.deepEqual([anew.day, anew.reachedBp], [0, 0], "what was withdrawn counts no more");
    });
  }

  /** The same marks from the season's own days, played again from its log. */
  async function playedAgain(season: string, store: number): Promise<ChecklistMark> {
    const sql = house.app.means.database;
    const row = (await readSeason(sql, season))!;
    const { value: world } = compileWorld(await readWorld(sql, season)) as { value: World };
    const market = openSeason(world, seedOf(row.seed_secret, world.source.engine), memory);
    const work = newWorkspace(world.sizes, memory);
    const spans = lineage(await readBranches(sql, season), row.branch);
    const log = await readHeadLog(sql, season, spans, 1, row.day - 1);
    const closed: ClosedTables[] = [];
    for (let day = 1; day < row.day; day += 1) {
      const entries = log.filter((one) => one.day === day);
      const { tables, state } = closeDay(market, entries, work, { into: market.state });
      closed.push({ day, tables, ratesE8: ratesOf(world, state) });
    }
    const entries = log.filter((one) => one.store === store) as unknown as DecidedEntry[];
    const evidence = { ...evidenceOf(world, store, closed), entries };
    return markChecklist(row.checklist!, world, evidence);
  }

  /** What the teacher's sheet says of a store, percent. */
  async function inGradebook(season: string, store: string): Promise<number> {
    const book = await house.call(people.teacher, "GET /practice/seasons/:season/gradebook", {
      where: { season },
      asks: { language: "en" },
    });
    const file = readTable(new Uint8Array(book.raw.rawPayload));
    assert.ok(file.ok);
    const [heads, ...lines] = file.value.sheets[0]!.rows;
    const at = heads!.cells.indexOf("Checklist (%)");
    return Number(lines.find(({ cells }) => cells.includes(store))!.cells[at]);
  }

  test("are the own store's, and everybody's for those who lead", async () => {
    const change = { scenario: "first-week", preset: "specialist-exam", teamSize: 1 } as const;
    const season = await runningSeason(house, 4, change);
    const store = await openStore(house, season, 0);
    const where = { season, store };
    const code = async (caller: Parameters<typeof house.call>[0]) =>
      (await house.call(caller, tasksDoes, { where })).code;
    assert.equal(await code(people.student(0)), null);
    assert.equal(await code(people.student(1)), "practice/no-such-store");
    assert.equal(await code(people.assistant), null);
    const asked = await house.call(people.student(0), classDoes, { where: { season } });
    assert.equal(asked.code, "platform/not-allowed");
  });

  test("are in no season without a checklist, and nothing is ranked by them there", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const answer = await house.call(people.student(0), tasksDoes, { where: { season, store } });
    assert.equal(answer.code, "practice/no-checklist");
    const made = await house.call(people.teacher, "POST /practice/seasons", {
      body: {
        class: house.classId,
        scenario: "first-week",
        name: "Without",
        pace: { kind: "by-hand" },
        enterprises: house.enterprises,
        teamSize: 1,
        scoring: "checklist",
      },
    });
    assert.equal(made.code, "practice/no-checklist");
  });
});
