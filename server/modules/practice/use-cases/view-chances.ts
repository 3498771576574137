import type { Chance, ChancesView, StoreChanceView } from "@echelon/contract/practice/debrief.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readChances, readSearch } from "../store/chance-store.ts";
import { type BranchSpan, lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import type { ChanceSearchTable, ChanceTable } from "../store/schema.ts";
import { holdSeason, type SeasonRow } from "../store/season-store.ts";
import { askForChances } from "./ask-for-chances.ts";
import { mayAsk } from "./ask-what-if.ts";
import { findDebrief } from "./find-debrief.ts";
import { findSeason, findStore } from "./find-season.ts";
import { factsOf } from "./list-log.ts";
import { nameStandings } from "./name-stores.ts";
import { readStandings } from "./rank-stores.ts";

/** Each store's best missed chance, for those who lead the season. */
export async function viewChances(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<ChancesView>> {
  const found = await findDebrief(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySeeAll, day } = found.value;
  if (!maySeeAll) return refuse({ code: "platform/not-allowed" });
  const sql = means.database;
  const search = await searchOnHead(sql, row);
  const byStore = Map.groupBy(await readChances(sql, season), ({ store }) => store);
  const ranked = await readStandings(means, row, day);
  const rows = await nameStandings(sql, ranked.rows, found.value, caller.person);
  const people = rows.filter(({ isBot, isAgent }) => !isBot && !isAgent);
  return ok({
    ...searchOf(search, day),
    stores: await Promise.all(
      people.map(async ({ store, name }, index) => ({
        rank: index + 1,
        store,
        name,
        ...(await foundOf(means, row, search, byStore.get(store) ?? [])),
      })),
    ),
  });
}

/** Asks for the search before the season's end; after it, it was asked for already. */
export async function askChances(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<ChancesView>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  if (!found.value.maySteer) return refuse({ code: "platform/not-allowed" });
  const asked = await means.database.transaction(async (tx): Promise<Outcome<null>> => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    if (row.day - 1 < 1) return refuse({ code: "practice/nothing-closed" });
    if (!(await means.engine.isPlayable(tx, row))) {
      return refuse({ code: "practice/engine-version" });
    }
    await askForChances(tx, row, means.clock.now());
    return ok(null);
  });
  return asked.ok ? viewChances(means, caller, season) : asked;
}

/** One store's best missed chance, for its people once the season is over. */
export async function viewStoreChance(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<StoreChanceView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  const { row } = found.value;
  const day = row.day - 1;
  if (day < 1) return refuse({ code: "practice/nothing-closed" });
  if (!mayAsk(found.value)) return refuse({ code: "practice/season-not-over" });
  const search = await searchOnHead(means.database, row);
  const chances = await readChances(means.database, season, store);
  return ok({ ...searchOf(search, day), ...(await foundOf(means, row, search, chances)) });
}

/** What was found on a branch that the season went back from says nothing any more. */
async function searchOnHead(sql: Sql, row: SeasonRow): Promise<ChanceSearchTable | undefined> {
  const search = await readSearch(sql, row.season_id);
  return search?.branch === row.branch ? search : undefined;
}

function searchOf(search: ChanceSearchTable | undefined, day: number) {
  if (search === undefined) return { state: "none" as const, day };
  const state = search.done_at === null ? ("searching" as const) : ("ready" as const);
  return { state, day: search.to_day };
}

async function foundOf(
  means: PracticeMeans,
  row: SeasonRow,
  search: ChanceSearchTable | undefined,
  chances: readonly ChanceTable[],
): Promise<Pick<StoreChanceView, "tried" | "of" | "best">> {
  if (search === undefined) return { tried: 0, of: 0, best: null };
  const best = bestOf(chances);
  const tried = chances.filter(({ result }) => result !== null).length;
  if (best === undefined) return { tried, of: chances.length, best: null };
  const spans = lineage(await readBranches(means.database, row.season_id), search.branch);
  return { tried, of: chances.length, best: await chanceOf(means, row, search, spans, best) };
}

type Played = Pick<ChanceTable, "result">;

/**
 * The one with the best final score, then the most profit; only where it beats what was. What would
 * have lost profit was no chance that anybody missed, even where another part of the score rises.
 */
export function bestOf<One extends Played>(chances: readonly One[]): One | undefined {
  const gain = ({ result }: Played, of: "scoreMilli" | "profitMinor") =>
    result === null ? 0 : result[of].would - result[of].was;
  // What the rules did not allow was no chance, whatever leaving it out would have brought.
  const lawful = chances.filter(({ result }) => (result?.unlawful ?? null) === null);
  const [best] = lawful
    .filter((one) => gain(one, "profitMinor") >= 0)
    .toSorted(
      (a, b) =>
        gain(b, "scoreMilli") - gain(a, "scoreMilli") ||
        gain(b, "profitMinor") - gain(a, "profitMinor"),
    );
  if (best === undefined) return undefined;
  const score = gain(best, "scoreMilli");
  return score > 0 || (score === 0 && gain(best, "profitMinor") > 0) ? best : undefined;
}

async function chanceOf(
  means: PracticeMeans,
  row: SeasonRow,
  { to_day: toDay }: ChanceSearchTable,
  spans: readonly BranchSpan[],
  { store, day, number, rule, instead, result }: ChanceTable,
): Promise<Chance | null> {
  const entries = await readStoreDay(means.database, row.season_id, spans, store, day);
  const entry = entries.find((one) => one.number === number);
  if (entry === undefined || result === null) return null;
  const facts = factsOf(entry);
  const products = await means.engine.productsOf(means.database, row);
  const product = products.find(({ sku }) => sku === facts["sku"]);
  return {
    rule: rule as Chance["rule"],
    day,
    number,
    kind: entry.decision.kind,
    facts,
    product: product?.detail.name ?? null,
    instead: instead === null ? null : Number(instead),
    toDay,
    result,
  };
}
