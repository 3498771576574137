/** Measures of what closed days show: orders, parcels, questions, stars, visitors from outside. */
import { caseEvents, kindOf } from "../after-sales/case-kinds.ts";
import { salesSources } from "../offsite/channel.ts";
import type { OutsideDay, StoreDay } from "./evidence.ts";
import { byDay, counted, nothing, partBp, type Seen, type Asked } from "./seen.ts";
import type { Subject } from "./subject.ts";

const inTime = ({ evidence }: Subject) => evidence.days.toSorted((a, b) => a.day - b.day);

const ordersOf = (days: readonly StoreDay[]) => days.reduce((sum, { orders: n }) => sum + n, 0);

export function orders(subject: Subject): Seen {
  const days = inTime(subject).filter((one) => one.orders > 0);
  return { figure: ordersOf(days), rows: days.map((one) => byDay(one.day, one.orders)) };
}

/**
 * Parcels delivered within what was promised, of a store that has delivered `least` units. Before
 * its own deliveries a store has the share that every newcomer is given, which is nobody's work.
 */
export function onTime(subject: Subject, { least }: Asked): Seen {
  const last = inTime(subject).at(-1);
  const delivered = subject.evidence.delivered.reduce((sum, { units }) => sum + units, 0);
  if (last === undefined || delivered < Math.max(1, least)) return nothing;
  return { figure: last.onTimeBp, rows: [byDay(last.day, last.onTimeBp)] };
}

/** Mean stars, of a store with `least` reviews. */
export function rating(subject: Subject, { least }: Asked): Seen {
  const last = inTime(subject).at(-1);
  if (last === undefined || last.reviews < Math.max(1, least)) return nothing;
  return { figure: last.ratingMilli, rows: [byDay(last.day, last.ratingMilli)] };
}

/** Listings on sale that had something left, of all days since it entered. */
export function stockedListings(subject: Subject): Seen {
  const days = inTime(subject);
  const sum = (of: "listingsLive" | "listingsSoldOut") => days.reduce((so, one) => so + one[of], 0);
  // A day with nothing on sale counts as one listing that had nothing.
  const empty = days.filter(({ listingsLive }) => listingsLive === 0).length;
  const live = sum("listingsLive");
  // What is missing is what one wants to see.
  const rows = days
    .filter((one) => one.listingsLive === 0 || one.listingsSoldOut > 0)
    .map((one) => byDay(one.day, one.listingsSoldOut));
  return { figure: partBp(live - sum("listingsSoldOut"), live + empty), rows };
}

/** Sales by paid clicks for each unit of money they cost, thousandths, of `least` units. */
export function adReturn({ evidence }: Subject, { least }: Asked): Seen {
  const { ads, days } = evidence;
  const spent = days.reduce((sum, { adsMinor }) => sum + adsMinor, 0);
  const units = ads.reduce((sum, one) => sum + one.units, 0);
  if (spent <= 0 || units < Math.max(1, least)) return nothing;
  const sales = ads.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
  const paid = days.filter(({ adsMinor }) => adsMinor > 0).toSorted((a, b) => a.day - b.day);
  return {
    figure: Math.floor((1000 * sales) / spent),
    rows: paid.map((one) => byDay(one.day, one.adsMinor)),
  };
}

/** Questions answered within a day, of a store that `least` were put to. */
export function answeredInTime({ evidence }: Subject, { least }: Asked): Seen {
  const ended = evidence.questions.filter((one) => one.answered + one.late + one.lapsed > 0);
  const sum = (of: "answered" | "late" | "lapsed") => ended.reduce((so, one) => so + one[of], 0);
  const all = sum("answered") + sum("late") + sum("lapsed");
  if (all < Math.max(1, least)) return nothing;
  const rows = ended
    .filter((one) => one.late + one.lapsed > 0)
    .toSorted((a, b) => a.day - b.day)
    .map((one) => byDay(one.day, one.late + one.lapsed));
  return { figure: partBp(sum("answered"), all), rows };
}

/** Disputes that did not lapse without an answer, of a store with `least` orders. */
export function disputesAnswered(subject: Subject, { least }: Asked): Seen {
  const { cases, days } = subject.evidence;
  if (ordersOf(days) < Math.max(1, least)) return nothing;
  const disputes = cases.filter(({ reason }) => kindOf(reason) === "dispute");
  const unitsOf = (event: (typeof caseEvents)[number]) =>
    disputes.filter((one) => caseEvents[one.event] === event);
  const opened = unitsOf("opened").reduce((sum, { units }) => sum + units, 0);
  const lapsed = unitsOf("unanswered").toSorted((a, b) => a.day - b.day);
  const missed = lapsed.reduce((sum, { units }) => sum + units, 0);
  const rows = lapsed.map((one) => byDay(one.day, one.units));
  if (opened === 0) return { figure: 10_000, rows };
  return { figure: partBp(Math.max(0, opened - missed), opened), rows };
}

/** Experiments whose verdict was right. */
export const rightVerdicts = ({ evidence }: Subject): Seen =>
  counted(
    evidence.verdicts
      .filter(({ isRight }) => isRight)
      .toSorted((a, b) => a.number - b.number)
      .map(({ day, number }) => ({ day, decision: number, sku: null, market: null, figure: 1 })),
  );

/** Visits that somebody brought, and not a search or the store's own name. */
const isBrought = ({ source }: OutsideDay) =>
  salesSources[source] !== "search" && salesSources[source] !== "brand";

/** Markets where promotion off the market brought visits. */
export function outsideMarkets({ evidence, world }: Subject): Seen {
  const markets = [...Map.groupBy(evidence.outside.filter(isBrought), ({ market }) => market)];
  return counted(
    markets.map(([market, days]) => {
      const first = days.reduce((least, one) => Math.min(least, one.day), days[0]!.day);
      return byDay(first, 1, null, world.marketIds[market] ?? null);
    }),
  );
}

/** Orders of visitors that promotion off the market brought. */
export function outsideOrders({ evidence, world }: Subject): Seen {
  const days = evidence.outside.filter((one) => isBrought(one) && one.orders > 0);
  const rows = days
    .toSorted((a, b) => a.day - b.day || a.market - b.market || a.source - b.source)
    .map((one) => byDay(one.day, one.orders, null, world.marketIds[one.market] ?? null));
  return { figure: rows.reduce((sum, { figure }) => sum + figure, 0), rows };
}
