import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { LostSalesView } from "@echelon/contract/practice/lost-sales.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeRouteMeans } from "../means.ts";
import { storeRows } from "../store/report-store.ts";
import { labelOf, marketOf, openDesk } from "./open-desk.ts";

const rowsMax = 20_000;

/** What a closed day would have brought a store with one thing mended, the most orders first. */
export async function viewLostSales(
  means: PracticeRouteMeans,
  caller: Caller,
  season: string,
  store: number,
  day: number,
): Promise<Outcome<LostSalesView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const traded = await storeRows(means.database, "stores", season, store, day, day);
  if (day > desk.closed || traded.length === 0) return ok({ day, rows: [] });
  const lost = await means.study.lost(means.database, desk.row, store, day);
  const rows = lost.map(({ offer, market, ...rest }) => ({
    ...labelOf(desk, offer),
    market: marketOf(desk, market),
    ...rest,
  }));
  return ok({
    day,
    rows: rows.toSorted((a, b) => b.ordersMilli - a.ordersMilli).slice(0, rowsMax),
  });
}
