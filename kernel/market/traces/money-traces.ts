/** Traces of money: how long cash lasts, what forwards took out of rates, what prices brought. */
import { decided } from "../checklist/subject.ts";
import { noticeKinds } from "../state/tables.ts";
import { inWeek, sumOf, traceOf, type Traced } from "./traced.ts";
import type { Trace } from "./trace.ts";

/** What a store pays is uneven: wages and rents come once a month. */
const paidDays = 28;
/** Cash that would last for longer was short of nothing, so no planning is seen of it. */
const plentyDays = 112;
/** So little contribution, minor units of the books, says nothing of a price. */
const contributionMin = 100;
/** A forward that only adds a risk counts as twice the risk at the worst. */
const reductionLeast = -100;

/**
 * The lowest cash of a week's evenings over what four weeks paid out a day: the days it would have
 * lasted had nothing come in. Exchanges between currencies are no payments. Where it would have
 * lasted for a term and more, nothing is told: who hardly trades has cash for years.
 */
export function cashReviewed({ store }: Traced, end: number): readonly Trace[] {
  const days = inWeek(store.days, end);
  if (!days.some(({ orders }) => orders > 0)) return [];
  const isIn = ({ day }: { readonly day: number }) => day > end - paidDays && day <= end;
  const own = new Set(store.days.filter(isIn).map(({ day }) => day));
  const paid = sumOf(store.money, ({ day, paidMinor }) => (own.has(day) ? paidMinor : 0));
  if (paid <= 0) return [];
  const aDay = paid / own.size;
  const least = days.reduce((low, { cashMinor }) => Math.min(low, cashMinor), Infinity);
  const value = Math.max(0, least / aDay);
  if (value > plentyDays) return [];
  return [traceOf({ event: "ledger.closed", measure: "minCashDays", value, day: end })];
}

/**
 * Each forward that was settled: by how much the store's forwards of its currency lowered the
 * variance of what it had in it, day by day while this one was open. Rates have no drift and move
 * alike with a forward and without, so their size falls out of the ratio and no luck is in it. What
 * is given away beyond what there is raises the variance, as a bet does.
 */
export function hedgesSettled({ subject, store }: Traced): readonly Trace[] {
  const { currencies, base } = subject.world;
  const codes: readonly string[] = currencies;
  const forwards = decided(subject, "hedge-currency").map(({ number, day, decision }) => ({
    number,
    from: day,
    due: day + decision.days,
    sold: codes.indexOf(decision.from),
    bought: codes.indexOf(decision.to),
    minor: decision.amountMinor,
  }));
  type Forward = (typeof forwards)[number];
  const isOpenWith = (one: Forward, other: Forward) =>
    other.from <= one.due && other.due >= one.from;
  return store.notices.flatMap(({ kind, subject: number, day }) => {
    const one = forwards.find((known) => known.number === number);
    if (noticeKinds[kind] !== "forward-settled" || one === undefined) return [];
    // What was bought ahead is not in the log in its own currency.
    const isMixed = forwards.some((other) => other.bought === one.sold && isOpenWith(one, other));
    if (one.sold === base || isMixed) return [];
    const rows = store.money.filter(({ currency }) => currency === one.sold);
    let [bare, hedged] = [0, 0];
    for (let of = one.from; of <= one.due; of++) {
      const had = sumOf(rows, (row) => (row.day < of ? row.netMinor : 0));
      const open = forwards.filter(
        ({ sold, from, due }) => sold === one.sold && from <= of && due >= of,
      );
      const left = had - sumOf(open, ({ minor }) => minor);
      bare += had * had;
      hedged += left * left;
    }
    const reduction = bare > 0 ? 100 * (1 - hedged / bare) : reductionLeast;
    const value = Math.max(reductionLeast, reduction);
    return [traceOf({ event: "hedge.settled", measure: "varianceReductionPct", value, day })];
  });
}

/**
 * Each change of a price: what the pages of its day were expected to bring at it beyond what they
 * would have at the price before, as a share of the larger of both. So a price that goes down and
 * up again gains as much as it lost.
 */
export function pricesChanged({ subject, store }: Traced): readonly Trace[] {
  return store.prices.flatMap(({ day, offer, market, number, profitMinor, usualProfitMinor }) => {
    const larger = Math.max(Math.abs(profitMinor), Math.abs(usualProfitMinor));
    if (larger < contributionMin) return [];
    return [
      traceOf({
        event: "price.changed",
        measure: "contributionMarginGain",
        value: (profitMinor - usualProfitMinor) / larger,
        day,
        decisions: [number],
        sku: subject.skuOfOffer.get(offer) ?? null,
        market: subject.world.marketIds[market] ?? null,
      }),
    ];
  });
}
