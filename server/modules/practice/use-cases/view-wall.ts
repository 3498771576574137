import type { Wall, WallTile } from "@echelon/contract/practice/season.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import { studentsOf } from "../../teaching/index.ts";
import type { PracticeMeans } from "../means.ts";
import { autopilotSince } from "../store/autopilot-store.ts";
import { readLastDecisionDays } from "../store/log-store.ts";
import { readProfits } from "../store/sums-store.ts";
import type { StoreTable } from "../store/schema.ts";
import { readMembers, readStores } from "../store/store-store.ts";
import { findSeason } from "./find-season.ts";
import { storesSellingFromNothing } from "./listing-pool.ts";
import { namesFor } from "./name-stores.ts";
import { readStandings, type Standing } from "./rank-stores.ts";

/** Days of the trend on a tile. */
const trendDays = 20;
/** Without a decision for so many days a store counts as idle. */
const idleDays = 3;

/** One tile a store of people: who does well, who is stuck, who has not come. */
export async function viewWall(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<Wall>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySeeAll } = found.value;
  if (!maySeeAll) return refuse({ code: "platform/not-allowed" });
  const sql = means.database;
  const day = row.day - 1;
  const stores = await readStores(sql, season);
  const members = await readMembers(sql, season);
  const names = await personNames(
    sql,
    members.map((one) => one.person_id),
  );
  const told = await namesFor(sql, found.value, () => false);
  const standings = day < 1 ? [] : (await readStandings(means, row, day)).rows;
  const people = standings.filter((one) => !one.isBot);
  const isAnySoldOut = people.some((one) => one.actual.listingsSoldOut > 0);
  const fromNothing = isAnySoldOut
    ? storesSellingFromNothing(
        await means.engine.worldOf(sql, row),
        (await means.engine.seasonAt(sql, row)).state,
      )
    : new Set<number>();
  const profits = await readProfits(sql, season, Math.max(1, day - trendDays + 1), day);
  const series = Map.groupBy(profits, ({ store }) => store);
  const decided = await readLastDecisionDays(sql, season, row.branch);
  const tiles = stores.map((store) =>
    tileOf({
      store,
      day,
      standing: people.find((one) => one.store === store.store),
      rank: rankAmong(people, store),
      name: told(store.store).name,
      members: members
        .filter((one) => one.store === store.store && told(one.store).name !== "")
        .map((one) => names.get(one.person_id) ?? ""),
      profits: (series.get(store.store) ?? []).map(({ profitMinor }) => profitMinor),
      lastDecision: decided.get(store.store) ?? store.entered_day - 1,
      openDay: row.day,
      isWarehouseEmpty: fromNothing.has(store.store),
    }),
  );
  const here = new Set(members.map((one) => one.person_id));
  const students = row.class_id === null ? [] : await studentsOf(means.database, row.class_id);
  return ok({
    day,
    tiles,
    inProfit: tiles.filter((tile) => !tile.isAgent && tile.profitMinor > 0).length,
    withoutStore: students
      .filter(({ person }) => !here.has(person))
      .map(({ person, name }) => ({ person, name })),
  });
}

/** The place among people, or among programs; a store that has not traded yet comes last. */
function rankAmong(standings: readonly Standing[], store: StoreTable): number {
  const league = standings.filter(({ isAgent }) => isAgent === store.is_agent);
  const at = league.findIndex((one) => one.store === store.store);
  return at < 0 ? league.length + 1 : at + 1;
}

type TileFacts = {
  readonly store: StoreTable;
  readonly day: number;
  readonly standing: Standing | undefined;
  readonly rank: number;
  /** Empty, and nobody among the members, where the season hides them. */
  readonly name: string;
  readonly members: string[];
  readonly profits: number[];
  readonly lastDecision: number;
  readonly openDay: number;
  readonly isWarehouseEmpty: boolean;
};

/** A store with one thing sold out trades on; with everything sold out it stands still. */
export function soldOutOf(
  standing: Pick<Standing, "listingsLive" | "listingsSoldOut"> | undefined,
): "none" | "part" | "all" {
  if (standing === undefined || standing.listingsSoldOut === 0) return "none";
  return standing.listingsSoldOut < standing.listingsLive ? "part" : "all";
}

function tileOf({
  store,
  day,
  standing,
  rank,
  name,
  members,
  profits,
  lastDecision,
  openDay,
  isWarehouseEmpty,
}: TileFacts): WallTile {
  const daysSinceDecision = Math.max(0, openDay - lastDecision - 1);
  const now = standing?.actual;
  const cashMinor = now?.cashMinor ?? 0;
  const soldOut = soldOutOf(now);
  const warnings: string[] = [];
  if (now !== undefined && cashMinor <= 0) warnings.push("cash-low");
  if (daysSinceDecision >= idleDays) warnings.push("idle");
  if (now !== undefined && now.listingsLive === 0) warnings.push("nothing-listed");
  else if (soldOut !== "none" && isWarehouseEmpty) warnings.push("warehouse-empty");
  else if (soldOut === "all") warnings.push("sold-out");
  if (now !== undefined && now.orders === 0 && day >= store.entered_day + 1)
    warnings.push("no-sale");
  if (now !== undefined && now.profitMinor < 0 && day >= store.entered_day + idleDays)
    warnings.push("loss");
  if (soldOut === "part" && !isWarehouseEmpty) warnings.push("part-sold-out");
  return {
    store: store.store,
    name,
    members,
    isAgent: store.is_agent,
    rank,
    scoreMilli: standing?.scoreMilli ?? -1,
    value: standing?.value ?? null,
    profitMinor: now?.profitMinor ?? 0,
    dayProfitMinor: profits.at(-1) ?? 0,
    profitSeries: runningSum(profits),
    cashMinor,
    recordMilli: standing?.processMilli ?? -1,
    revenueMinor: now?.revenueMinor ?? 0,
    orders: now?.orders ?? 0,
    listingsLive: now?.listingsLive ?? 0,
    daysSinceDecision,
    autopilotSince: autopilotSince(standing?.autopilot ?? null),
    isReady: store.ready_day === openDay,
    warnings,
  };
}

function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
