import {
  SeasonModules,
  type SeasonSummary,
  type SeasonView,
} from "@echelon/contract/practice/season.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { addDays, fromIso, toIso } from "@echelon/kernel/calendar/day.ts";
import { keywordsMax } from "@echelon/kernel/market/decisions/check-sandbox.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { classesOf, classNames } from "../../teaching/index.ts";
import { marketsOf } from "../engine/season-markets.ts";
import { digitsOf } from "../engine/season-money.ts";
import type { PracticeMeans } from "../means.ts";
import {
  type ScenarioWords,
  type SeasonRow,
  readScenarioWords,
  readSeason,
  rehearsalOf,
  seasonsOfClasses,
} from "../store/season-store.ts";
import { countStores, readMembers, readStores, storesOf } from "../store/store-store.ts";
import { accessTo, findSeason, type SeasonAccess } from "./find-season.ts";

/** A season as the caller may see it. */
export async function viewSeason(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<SeasonView>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  return ok(await seasonView(means, means.database, caller, found.value));
}

/** The same after an act that gave the changed row. */
export async function viewChanged(
  means: PracticeMeans,
  caller: Caller,
  changed: Outcome<SeasonRow>,
): Promise<Outcome<SeasonView>> {
  if (!changed.ok) return changed;
  const row = await readSeason(means.database, changed.value.season_id);
  if (row === undefined) return refuse({ code: "practice/no-such-season" });
  const access = await accessTo(means.database, caller, row);
  if (!access.ok) return access;
  return ok(await seasonView(means, means.database, caller, access.value));
}

async function seasonView(
  means: PracticeMeans,
  sql: Sql,
  caller: Caller,
  access: SeasonAccess,
): Promise<SeasonView> {
  const { row } = access;
  const world = await means.engine.worldOf(sql, row);
  const all = await readStores(sql, row.season_id);
  const stores = all.filter(({ is_agent: isAgent }) => !isAgent);
  const members = await readMembers(sql, row.season_id);
  const mine = new Set(
    members.filter((one) => one.person_id === caller.person).map(({ store }) => store),
  );
  const names =
    row.class_id === null ? new Map<string, string>() : await classNames(sql, [row.class_id]);
  return {
    ...frozenFacts(row, world),
    class: row.class_id,
    className: names.get(row.class_id ?? "") ?? "",
    branch: row.branch,
    pace: row.pace,
    closesAt: row.closes_at,
    serverNow: means.clock.now(),
    isClosing: row.closing_day !== null,
    preparedPercent: row.prepared_percent,
    stores: stores.length,
    readyStores: stores.filter((one) => one.ready_day === row.day).length,
    teamSize: row.team_size,
    preset: row.preset_id,
    daysPerRound: row.days_per_round,
    listingsPerRoundMax: row.listings_per_round_max,
    absence: row.absence,
    scoring: row.scoring,
    hasTasks: row.checklist !== null,
    ranking: row.ranking,
    rankingDay: row.ranking_day,
    myStores: all
      .filter(({ store }) => mine.has(store))
      .map(({ store, name }) => ({ store, name })),
    maySteer: access.maySteer,
    maySeeAll: access.maySeeAll,
    isRehearsal: row.is_rehearsal,
    areNamesHidden: row.are_names_hidden,
    worldHash: row.world_hash,
    seedCommitment: row.seed_commitment,
  };
}

/** What the world and the season's row say by themselves. */
function frozenFacts(row: SeasonRow, world: World) {
  const { source } = world;
  const { scenario } = source;
  const openDay = Math.min(row.day, row.days);
  return {
    id: row.season_id,
    name: row.name,
    scenario: { id: scenario.id, name: scenario.name, goal: scenario.goal },
    state: row.state,
    day: row.day,
    days: row.days,
    date: toIso(addDays(fromIso(scenario.startDate), openDay - 1)),
    bots: scenario.bots.stores,
    booksCurrency: scenario.booksCurrency,
    booksDigits: digitsOf(scenario.booksCurrency),
    openingCashMinor: scenario.openingCashMinor,
    markets: marketsOf(source, digitsOf),
    categories: source.categories.map(({ id, name }) => ({ id, name })),
    services: source.trade.services.map(({ id, names }) => ({ id, name: names })),
    matching: scenario.matching ?? "market",
    keywordsMax: keywordsMax(world),
    modules: modulesOf(scenario.modules),
    rulesDate: scenario.startDate,
  };
}

const moduleNames = Object.keys(SeasonModules.shape) as (keyof SeasonModules)[];

/** A world that was frozen before there was a module says nothing of it: there it is off. */
const modulesOf = (frozen: World["source"]["scenario"]["modules"]) =>
  Object.fromEntries(moduleNames.map((name) => [name, frozen[name] === true])) as SeasonModules;

/** The caller's seasons: those of the own classes and the own first practice. */
export async function listSeasons(
  means: PracticeMeans,
  caller: Caller,
  ofClass: string | undefined,
): Promise<Outcome<SeasonSummary[]>> {
  const sql = means.database;
  const roles = await classesOf(sql, caller);
  const classes = [...roles.keys()].filter((id) => ofClass === undefined || id === ofClass);
  const rows = await seasonsOfClasses(sql, classes);
  const own = ofClass === undefined ? await rehearsalOf(sql, caller.person, null) : undefined;
  const names = await classNames(sql, classes);
  const mine = await storesOf(sql, caller.person);
  const all = [...rows, ...(own === undefined ? [] : [own])];
  const seasons = all.map((row) => row.season_id);
  const counts = await countStores(sql, seasons);
  const words = await readScenarioWords(sql, seasons);
  const summaries = all.map(async (row) => ({
    ...(await summaryFacts(means, row, words.get(row.season_id))),
    class: row.class_id,
    className: names.get(row.class_id ?? "") ?? "",
    closesAt: row.closes_at,
    stores: counts.get(row.season_id) ?? 0,
    myStores: mine
      .filter((one) => one.season_id === row.season_id)
      .map(({ store, name }) => ({ store, name })),
    maySteer: roles.get(row.class_id ?? "") === "teacher",
    isRehearsal: row.is_rehearsal,
  }));
  return ok(await Promise.all(summaries));
}

/** Without opening the season's world, which takes a while: a teacher may have two hundred. */
async function summaryFacts(
  means: PracticeMeans,
  row: SeasonRow,
  words: ScenarioWords | undefined,
): Promise<Pick<SeasonSummary, "id" | "name" | "scenario" | "state" | "day" | "days">> {
  const { name, goal } = words ?? (await means.engine.worldOf(means.database, row)).source.scenario;
  return {
    id: row.season_id,
    name: row.name,
    scenario: { id: row.scenario_id, name, goal },
    state: row.state,
    day: row.day,
    days: row.days,
  };
}
