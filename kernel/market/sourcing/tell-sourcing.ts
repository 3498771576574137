/** What a day tells about suppliers. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import type { BoughtGoods } from "./receive-purchase.ts";
import { tellSamples } from "./samples.ts";
import { closeTalks } from "./talks.ts";

/** Goods that came from a supplier, where suppliers can be chosen. */
export function tellReceived(
  { world }: DecisionContext,
  report: DayReport,
  row: number,
  bought: BoughtGoods,
): void {
  if (!world.source.scenario.modules.sourcing) return;
  const { supplier, units, costMinor, number, orderedOn, promisedOn, looked, found } = bought;
  report.sourcing({
    kind: "received",
    row,
    supplier,
    units,
    amountMinor: costMinor,
    looked,
    found,
    purchase: { number, orderedOn, promisedOn },
  });
}

/** What suppliers answer and panels say at the close of a day. */
export function hearSuppliers(context: DecisionContext, report: DayReport): void {
  if (!context.world.source.scenario.modules.sourcing) return;
  closeTalks(context, report);
  tellSamples(context, report);
}
