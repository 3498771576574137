import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { PreviewView } from "@echelon/contract/practice/study.ts";
import { lastDayOfRound } from "@echelon/kernel/calendar/round.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeRouteMeans } from "../means.ts";
import { readDecidedStores } from "../store/log-store.ts";
import { readStores } from "../store/store-store.ts";
import { draftedEntries } from "./apply-drafts.ts";
import { findSeason } from "./find-season.ts";

/**
 * The open day, or round, closed on a side, for those who steer the season: what the class decided
 * so far and the drafts that count, as the close itself would have it. Nothing is kept, and nobody
 * else sees it.
 */
export async function previewClose(
  means: PracticeRouteMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<PreviewView>> {
  const sql = means.database;
  const found = await findSeason(sql, caller, season);
  if (!found.ok) return found;
  const { row, maySteer } = found.value;
  if (!maySteer) return refuse({ code: "platform/not-allowed" });
  if (row.state === "finished" || row.state === "archived") {
    return refuse({ code: "practice/season-closed" });
  }
  if (row.state !== "running" && row.state !== "paused") {
    return refuse({ code: "practice/season-not-open" });
  }
  if (row.closing_day !== null) return refuse({ code: "practice/season-busy" });
  if (!(await means.engine.isPlayable(sql, row))) {
    return refuse({ code: "practice/engine-version" });
  }
  const { day } = row;
  const toDay = lastDayOfRound(day, row.days_per_round, row.days);
  const drafted = await draftedEntries(means, sql, row);
  const days = await means.study.play(sql, row, { from: day, to: toDay }, (entries) => [
    ...entries,
    ...drafted,
  ]);
  const played = days.at(-1);
  if (played === undefined) throw new Error(`day ${day} of ${season} was not played`);
  const sumOf = (store: number, what: "orders" | "lostUnits" | "profitMinor") =>
    days
      .flatMap(({ stores }) => stores.filter((one) => one.store === store))
      .reduce((sum, one) => sum + one[what], 0);
  const decided = await readDecidedStores(sql, season, row.branch, day);
  for (const { store } of drafted) decided.add(store);
  const names = new Map((await readStores(sql, season)).map(({ store, name }) => [store, name]));
  return ok({
    day,
    toDay,
    stores: played.stores.map(({ store, cashMinor, listingsLive, listingsSoldOut }) => ({
      store,
      name: names.get(store) ?? "",
      hasDecided: decided.has(store),
      orders: sumOf(store, "orders"),
      lostUnits: sumOf(store, "lostUnits"),
      profitMinor: sumOf(store, "profitMinor"),
      cashMinor,
      listingsLive,
      listingsSoldOut,
      refused: days.flatMap(({ refused }) => refused.filter((one) => one.store === store)).length,
    })),
  });
}
