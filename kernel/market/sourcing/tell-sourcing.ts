/** What a day tells about suppliers. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import type { BoughtGoods } from "./receive-purchase.ts";

/** Goods that came from a supplier, where suppliers can be chosen. */
export function tellReceived(
  { world }: DecisionContext,
  report: DayReport,
  row: number,
  bought: BoughtGoods,
): void {
  if (!world.source.scenario.modules.sourcing) return;
  const { supplier, units, costMinor, number, orderedOn, promisedOn } = bought;
  report.sourcing({
    kind: "received",
    row,
    supplier,
    units,
    amountMinor: costMinor,
    purchase: { number, orderedOn, promisedOn },
  });
}
