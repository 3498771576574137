/** When the answers of today stop being those of tomorrow. */
import type { Day } from "../calendar/day.ts";
import type { TradeSlice } from "./rule-set.ts";

/** The first day after `day` on which a rule, rate, table or card of the slice begins or ends. */
export function nextChange(slice: TradeSlice, day: Day): Day | null {
  const dated = [
    ...slice.rules,
    ...slice.vat,
    ...slice.dutyTables,
    ...slice.compliance,
    ...slice.carriers.flatMap((carrier) => [...carrier.rows, ...carrier.surcharges]),
  ];
  let next: Day | null = null;
  for (const row of dated) {
    for (const border of [row.from, row.to]) {
      if (border === null || border <= day) continue;
      if (next === null || border < next) next = border;
    }
  }
  return next;
}
