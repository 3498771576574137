/** What buyers send back, dispute and charge back (market.md section 20). */
import type { CaseKind } from "../../after-sales/case-kinds.ts";
import { counted, type Measured, type Moment } from "../moment.ts";
import { unitsEnded } from "../observation.ts";
import type { Subject } from "../subject.ts";

const returns = "cross-border goods of low value 3-8 %, at second hand, to be verified";
const cards = "card rules at second hand: .3-.9 %";

/** Per cent of the parcels that met their end for which buyers opened a case of this kind. */
const opened =
  (kind: CaseKind) =>
  ({ observation }: Subject): Measured => {
    const seen = observation();
    return counted((100 * seen.casesOpened[kind]) / unitsEnded(seen));
  };

const row = (
  name: string,
  [lo, hi]: readonly [number, number],
  source: string,
  measure: Moment["measure"],
): Moment => ({ name, unit: "%", lo, hi, isHard: false, source, verified: false, measure });

export const afterSalesMoments: readonly Moment[] = [
  row("afterSales.returned", [3, 8], returns, opened("return")),
  row(
    "afterSales.disputed",
    [0.3, 2],
    "our choice, around the limits of platforms",
    opened("dispute"),
  ),
  row("afterSales.chargedBack", [0.3, 0.9], cards, opened("chargeback")),
];
