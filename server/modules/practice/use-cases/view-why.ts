import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { WhyAgainst, WhyListing, WhyView } from "@echelon/contract/practice/why.ts";
import { asides, figures } from "@echelon/kernel/market/why/day-figures.ts";
import { factors } from "@echelon/kernel/market/why/factor.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Explained } from "../engine/thread-messages.ts";
import type { PracticeRouteMeans } from "../means.ts";
import { storeRows } from "../store/report-store.ts";
import { type Desk, labelOf, marketOf, openDesk } from "./open-desk.ts";

/** How many days before the explained one each comparison looks. */
const daysBack: Readonly<Record<WhyAgainst, number>> = { yesterday: 1, week: 7, own: 0 };
const listingsMax = 20_000;

/** Why a closed day's figures are other than those of another day, exactly. */
export async function viewWhy(
  means: PracticeRouteMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: { day: number; against: WhyAgainst },
): Promise<Outcome<WhyView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { day, against } = ask;
  const before = day - daysBack[against];
  const traded = await storeRows(means.database, "stores", season, store, before, day);
  const isTraded = [before, day].every((one) => traded.some((row) => row.day === one));
  if (before < 1 || day > desk.closed || !isTraded) {
    return ok({ day, against, beforeDay: Math.max(0, before), figures: [], listings: [] });
  }
  const pair = { store, before, after: day };
  const explained = await means.study.explain(means.database, desk.row, pair);
  return ok({
    day,
    against,
    beforeDay: before,
    figures: figures.map((id) => {
      const { before: from, after: to, parts, luck, aside } = explained.figures[id];
      return {
        id,
        before: from,
        after: to,
        parts: [
          ...factors.map((cause) => ({ cause, value: parts[cause] })),
          { cause: "luck" as const, value: luck },
          ...asides.map((cause) => ({ cause, value: aside[cause] })),
        ],
      };
    }),
    listings: listingsOf(desk, explained),
  });
}

/** One row a cause and listing, the largest effects on profit first. */
function listingsOf(desk: Desk, { listings }: Explained): WhyListing[] {
  const rows = listings.flatMap(({ offer, market, parts }) =>
    factors.flatMap((cause): WhyListing[] => {
      const ordersMilli = parts.orders[cause] ?? 0;
      const salesMinor = parts.sales[cause] ?? 0;
      const profitMinor = parts.profit[cause] ?? 0;
      if (ordersMilli === 0 && salesMinor === 0 && profitMinor === 0) return [];
      const place = { ...labelOf(desk, offer), market: marketOf(desk, market) };
      return [{ ...place, cause, ordersMilli, salesMinor, profitMinor }];
    }),
  );
  const size = ({ profitMinor, salesMinor }: WhyListing) =>
    Math.abs(profitMinor) + Math.abs(salesMinor);
  return rows.toSorted((a, b) => size(b) - size(a)).slice(0, listingsMax);
}
