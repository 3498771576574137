/** The cases of a season that are to come or wait for an answer. */
import { decisionLimits } from "../decisions/decision-limits.ts";
import type { State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import { caseNumber, kindOf, type CaseKind } from "./case-kinds.ts";

/** Units of one listing, ordered and ended on the same days, as their parcel had them. */
export type EndedUnits = {
  readonly row: number;
  readonly market: number;
  readonly service: number;
  readonly orderedOn: number;
  readonly endedOn: number;
  readonly priceMinor: number;
  readonly commissionMinor: number;
  readonly taxMinor: number;
  readonly costMinor: number;
  readonly payoutOn: number;
  /** Place among the prices that the listing's units of that day were sold at. */
  readonly lot: number;
};

/** Writes a case of some of these units. */
export function addCase(
  state: State,
  of: EndedUnits,
  units: number,
  reason: number,
  opensOn: number,
  dueOn: number,
): void {
  const { cases } = state.tables;
  const at = addRow(cases);
  const to = cases.columns;
  to.opensOn[at] = opensOn;
  to.dueOn[at] = dueOn;
  to.offer[at] = of.row;
  to.market[at] = of.market;
  to.service[at] = of.service;
  to.orderedOn[at] = of.orderedOn;
  to.endedOn[at] = of.endedOn;
  to.reason[at] = reason;
  to.units[at] = units;
  to.answer[at] = 0;
  to.priceMinor[at] = of.priceMinor;
  to.commissionMinor[at] = of.commissionMinor;
  to.taxMinor[at] = of.taxMinor;
  to.costMinor[at] = of.costMinor;
  to.payoutOn[at] = of.payoutOn;
  to.lot[at] = of.lot;
}

/** The number by which its store names a case. */
export function numberOfCase(state: State, at: number): number {
  const { columns } = state.tables.cases;
  return caseNumber({
    place: state.offerNumber[columns.offer[at]!]! % decisionLimits.offerPlacesMax,
    market: columns.market[at]!,
    service: columns.service[at]!,
    orderedOn: columns.orderedOn[at]!,
    endedOn: columns.endedOn[at]!,
    reason: columns.reason[at]!,
  });
}

/** Whether the store has heard of the case: those of the days to come are nobody's business. */
const isHeard = (state: State, at: number) =>
  state.tables.cases.columns.opensOn[at]! < state.day[0]!;

/** Rows of a store's cases that wait for an answer, in the order in which they are due. */
export function openCases(state: State, store: number, kind: CaseKind): number[] {
  const { columns, rows } = state.tables.cases;
  const found: number[] = [];
  for (let at = 0; at < rows; at++) {
    if (state.storeOf[columns.offer[at]!] !== store || !isHeard(state, at)) continue;
    if (kindOf(columns.reason[at]!) === kind && columns.units[at]! > 0) found.push(at);
  }
  return found.toSorted((a, b) => columns.dueOn[a]! - columns.dueOn[b]! || a - b);
}

/** Rows of the open case with this number; usually one. */
export function rowsOfCase(
  state: State,
  store: number,
  kind: CaseKind,
  number: number,
): readonly number[] {
  return openCases(state, store, kind).filter((at) => numberOfCase(state, at) === number);
}
