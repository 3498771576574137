/** The rows of a day of the compatible sandbox: own listings on every keyword, and why not more. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { KeywordDeal } from "../sandbox/deal-day.ts";
import { crowds, fates, matches } from "../sandbox/seller.ts";
import { addRow } from "../state/tables.ts";
import type { DayReport } from "./report.ts";

export function reportDeals(
  context: DecisionContext,
  deals: readonly KeywordDeal[],
  report: DayReport,
): void {
  for (const deal of deals) {
    const first = crowds.map((_, crowd) => firstStore(deal, crowd));
    const sellers = deal.lines.filter(({ seoPlace }) => seoPlace > 0).length;
    const advertisers = deal.lines.filter(({ adPlace }) => adPlace > 0).length;
    deal.sellers.forEach(({ store }, at) => {
      if (report.isReported(store)) {
        writeDeal(context, report, deal, at, { sellers, advertisers, first });
      }
    });
    for (const one of deal.absent) writeAbsent(context, report, deal, one, first);
  }
}

/** A listing that took no part: only why, what was wanted and who sold it. */
function writeAbsent(
  { state }: DecisionContext,
  report: DayReport,
  { row: keyword }: KeywordDeal,
  { offer, store, fate }: KeywordDeal["absent"][number],
  first: readonly number[],
): void {
  const row = addRow(report.tables.deals);
  const { columns } = report.tables.deals;
  columns.store[row] = store;
  columns.offer[row] = state.offerNumber[offer]!;
  columns.market[row] = keyword.market;
  columns.query[row] = keyword.query;
  columns.relevance[row] = keyword.relevance;
  crowds.forEach((crowd, number) => {
    columns[`${crowd}Wanted`][row] = keyword.crowds[number]!;
    columns[`${crowd}Fate`][row] = fates.indexOf(fate);
    columns[`${crowd}First`][row] = first[number]!;
  });
}

/** The store that a crowd bought from first; -1 where it bought nothing. */
function firstStore({ sellers, lines }: KeywordDeal, crowd: number): number {
  let store = -1;
  let best = Infinity;
  lines.forEach((line, at) => {
    const { place, units } = line.crowds[crowd]!;
    if (units === 0 || place >= best) return;
    best = place;
    store = sellers[at]!.store;
  });
  return store;
}

function writeDeal(
  { state }: DecisionContext,
  report: DayReport,
  { row: keyword, sellers, lines }: KeywordDeal,
  at: number,
  all: {
    readonly sellers: number;
    readonly advertisers: number;
    readonly first: readonly number[];
  },
): void {
  const seller = sellers[at]!;
  const line = lines[at]!;
  const row = addRow(report.tables.deals);
  const { columns } = report.tables.deals;
  columns.store[row] = seller.store;
  columns.offer[row] = state.offerNumber[seller.offer]!;
  columns.market[row] = keyword.market;
  columns.query[row] = keyword.query;
  columns.sellers[row] = all.sellers;
  columns.advertisers[row] = all.advertisers;
  columns.relevance[row] = seller.relevance;
  columns.match[row] = matches.indexOf(seller.match);
  columns.performanceMilli[row] = seller.performanceMilli;
  columns.seoMilli[row] = seller.seoMilli;
  columns.seoPlace[row] = line.seoPlace;
  columns.isInBySeo[row] = line.isInBySeo ? 1 : 0;
  columns.adPlace[row] = line.adPlace;
  columns.isInByAd[row] = line.isInByAd ? 1 : 0;
  columns.qualityMilli[row] = seller.qualityMilli;
  columns.bidTicks[row] = seller.bidTicks;
  columns.chargeTicks[row] = line.chargeTicks;
  columns.paidClicks[row] = line.paidClicks;
  columns.dealPriceMinor[row] = seller.dealPriceMinor;
  columns.influence[row] = seller.influence;
  columns.indexMilli[row] = seller.indexMilli;
  columns.promotionBp[row] = seller.promotionBp;
  crowds.forEach((crowd, number) => {
    const { place, units, fate } = line.crowds[number]!;
    columns[`${crowd}Wanted`][row] = keyword.crowds[number]!;
    columns[`${crowd}Place`][row] = place;
    columns[`${crowd}Units`][row] = units;
    columns[`${crowd}Fate`][row] = fates.indexOf(fate);
    columns[`${crowd}First`][row] = all.first[number]!;
  });
}
