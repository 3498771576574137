import type { Figure, TodayView } from "@echelon/contract/practice/today.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import { addDays, fromIso, toIso } from "@echelon/kernel/calendar/day.ts";
import { noticeKinds } from "@echelon/kernel/market/state/tables.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { comingShocks } from "./coming-shocks.ts";
import { givenHelp } from "./given-help.ts";
import {
  labelOf,
  marketOf,
  offerRows,
  openDesk,
  seriesOf,
  type Desk,
  weekFrom,
} from "./open-desk.ts";
import { readStandings, type Standing, type Standings } from "./rank-stores.ts";
import { needsOf } from "./store-needs.ts";

type StoreDay = ResultRow<"stores">;

/** The morning brief: what happened, what needs you, what is coming. */
export async function viewToday(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<TodayView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const sql = means.database;
  const from = Math.max(1, desk.closed - 29);
  const [days, listings, notices, help] = await Promise.all([
    storeRows(sql, "stores", season, store, from, desk.closed),
    storeRows(sql, "listings", season, store, weekFrom(desk), desk.closed),
    storeRows(sql, "notices", season, store, desk.closed, desk.closed),
    givenHelp(sql, desk.row, store, [desk.closed, desk.closed - 1]),
  ]);
  const standings = desk.closed === 0 ? null : await readStandings(means, desk.row, desk.closed);
  const isShown = desk.row.ranking === "open" || desk.maySeeAll;
  const mine = standings?.rows.find((one) => one.store === store);
  return ok({
    day: desk.closed,
    story:
      isOver(desk) && isShown && mine !== undefined
        ? endOf(desk, mine, standings!)
        : storyOf(desk, days, listings, help),
    figures: figuresOf(days, from, desk.closed),
    needs: isOver(desk) ? [] : await needsOf(sql, desk, listings),
    coming: comingShocks(desk).map((shock) => ({ ...shock, date: dateOf(desk, shock.day) })),
    markets: desk.world.marketIds.map((market, index) => marketRow(desk, market, index, listings)),
    standing:
      mine === undefined || standings === null
        ? null
        : {
            rank: isShown ? mine.rank : null,
            value: mine.value,
            of: leagueOf(desk, mine, standings),
            isTasksOnly: isTasksOnly(desk),
            scoreMilli: mine.scoreMilli,
            parts: {
              profitMilli: mine.profitMilli,
              customerMilli: mine.customerMilli,
              operationsMilli: mine.operationsMilli,
              processMilli: mine.processMilli,
            },
          },
    changed: notices.slice(0, 20).map((notice) => ({
      code: noticeKinds[notice.kind] ?? "news",
      facts: {
        ...(notice.subject >= 0 ? nameFacts(desk, notice.subject) : {}),
        market: marketOf(desk, notice.market),
        value: notice.value,
        ...tierFacts(desk, notice),
      },
    })),
  });
}

/** Whether the last day has closed: nothing waits for anybody any more. */
const isOver = ({ row, closed }: Desk): boolean => row.state === "finished" || closed >= row.days;

/** How many stores a store is ranked among: bots have no tasks, and no place where tasks rank. */
const leagueOf = ({ row }: Desk, { isAgent }: Standing, { rows }: Standings) =>
  rows.filter((one) => one.isAgent === isAgent && (row.scoring !== "checklist" || !one.isBot))
    .length;

const isTasksOnly = ({ row }: Desk): boolean =>
  row.scoring === "checklist" && row.checklist?.operationsBp === 0;

/** How the season ended for the store, as the facts of one sentence. */
function endOf(desk: Desk, mine: Standing, standings: Standings): TodayView["story"] {
  const { profitMinor, orders, rank } = mine;
  const code = profitMinor < 0 ? "story/season-lost" : "story/season-earned";
  return [{ code, facts: { profitMinor, orders, rank, of: leagueOf(desk, mine, standings) } }];
}

/** The tier's own name, and the days after which it is paid; nothing of other notices. */
function tierFacts(
  { world }: Desk,
  { kind, value }: { readonly kind: number; readonly value: number },
): Record<string, string | number> {
  const tier = noticeKinds[kind] === "tier-changed" ? world.source.tiers[value] : undefined;
  return tier === undefined ? {} : { tier: tier.id, days: tier.payoutDays };
}

const dateOf = (desk: Desk, day: number) =>
  toIso(addDays(fromIso(desk.world.source.scenario.startDate), day - 1));

function nameFacts(desk: Desk, offer: number): Record<string, string> {
  const { sku, name } = labelOf(desk, offer);
  return { sku, zh: name.zh, en: name.en };
}

function figuresOf(days: readonly StoreDay[], from: number, to: number): Figure[] {
  const figure = (
    id: Figure["id"],
    unit: Figure["unit"],
    pick: (day: StoreDay) => number,
  ): Figure => ({
    id,
    unit,
    value: days.length === 0 ? 0 : pick(days.at(-1)!),
    previous: days.length < 2 ? null : pick(days.at(-2)!),
    series: seriesOf(days, pick, Math.max(from, days[0]?.day ?? from), to),
  });
  return [
    figure("profit", "money", (day) => day.profitMinor),
    figure("sales", "money", (day) => day.revenueMinor),
    figure("orders", "count", (day) => day.orders),
    figure("cash", "money", (day) => day.cashMinor),
  ];
}

/**
 * The facts of one sentence about the last day, and of one about what stood out. What the teacher
 * gave or took is told by itself: it is no success of the day, and no failure.
 *
 * @param help  on the last day and on the one before
 */
function storyOf(
  desk: Desk,
  days: readonly StoreDay[],
  listings: readonly ResultRow<"listings">[],
  [helpMinor = 0, helpBefore = 0]: readonly number[],
): TodayView["story"] {
  const last = days.at(-1);
  if (last === undefined) return [{ code: "story/not-started", facts: {} }];
  const before = days.at(-2);
  const facts = { profitMinor: last.profitMinor - helpMinor, orders: last.orders };
  const first =
    last.orders === 0 && last.listingsLive === 0
      ? { code: "story/nothing-listed", facts: {} }
      : before === undefined
        ? { code: "story/first-day", facts }
        : {
            code: "story/day",
            facts: { ...facts, previousMinor: before.profitMinor - helpBefore },
          };
  const today = listings.filter(({ day }) => day === desk.closed);
  const best = today.toSorted((a, b) => b.units - a.units)[0];
  const lost = today.toSorted((a, b) => b.lostUnits - a.lostUnits)[0];
  const told: TodayView["story"] = [first];
  if (helpMinor !== 0) {
    told.push({
      code: helpMinor > 0 ? "story/help" : "story/penalty",
      facts: { helpMinor, profitMinor: last.profitMinor },
    });
  }
  if (best !== undefined && best.units > 0) {
    told.push({
      code: "story/best-seller",
      facts: {
        ...nameFacts(desk, best.offer),
        market: marketOf(desk, best.market),
        units: best.units,
      },
    });
  }
  if (lost !== undefined && lost.lostUnits > 0) {
    told.push({
      code: "story/lost-sales",
      facts: {
        ...nameFacts(desk, lost.offer),
        market: marketOf(desk, lost.market),
        units: lost.lostUnits,
      },
    });
  }
  return told;
}

function marketRow(
  desk: Desk,
  market: string,
  index: number,
  listings: readonly ResultRow<"listings">[],
): TodayView["markets"][number] {
  const here = listings.filter((one) => one.market === index);
  const today = here.filter(({ day }) => day === desk.closed);
  const sum = (pick: (one: ResultRow<"listings">) => number) =>
    today.reduce((total, one) => total + pick(one), 0);
  const clicks = sum((one) => one.clicks);
  const orders = sum((one) => one.orders);
  const revenue = sum((one) => one.revenueMinor);
  const { world, context } = desk;
  return {
    market,
    isListed: today.length > 0 || isOnSale(desk, index),
    impressions: sum((one) => one.impressions),
    clicks,
    orders,
    conversionBp: clicks === 0 ? 0 : Math.round((orders * 10_000) / clicks),
    revenueMinor: exchanged(context.book, revenue, world.currencyOfMarket[index]!, world.base),
    series: seriesOf(here, (one: ResultRow<"listings">) => one.units, weekFrom(desk), desk.closed),
  };
}

/** Whether a market has a listing of the store's, what is decided for the open day included. */
function isOnSale(desk: Desk, market: number): boolean {
  const { listing, sizes } = desk.preview.state;
  return offerRows(desk).some((row) => listing[row * sizes.markets + market] === 1);
}
