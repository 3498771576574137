/** The rows of a day about returns, disputes, chargebacks and questions. */
import type { AnsweredDay } from "../after-sales/answer-day.ts";
import type { State } from "../state/state.ts";
import { addRow, type DayTables } from "../state/tables.ts";

/** What happened to units of the case in row `at`. */
export function writeCase(
  { cases }: DayTables,
  state: State,
  seasonDay: (engineDay: number) => number,
  at: number,
  event: number,
  units: number,
  backMinor: number,
): void {
  const from = state.tables.cases.columns;
  const row = from.offer[at]!;
  const to = addRow(cases);
  const { columns } = cases;
  columns.store[to] = state.storeOf[row]!;
  columns.offer[to] = state.offerNumber[row]!;
  columns.market[to] = from.market[at]!;
  columns.service[to] = from.service[at]!;
  columns.orderedOn[to] = seasonDay(from.orderedOn[at]!);
  columns.endedOn[to] = seasonDay(from.endedOn[at]!);
  columns.reason[to] = from.reason[at]!;
  columns.event[to] = event;
  columns.units[to] = units;
  columns.backMinor[to] = backMinor;
  columns.lot[to] = from.lot[at]!;
}

/** How a store's questions of the day ended. */
export function writeService(
  { service }: DayTables,
  state: State,
  store: number,
  asked: number,
  day: AnsweredDay,
): void {
  const to = addRow(service);
  const { columns } = service;
  columns.store[to] = store;
  columns.asked[to] = asked;
  columns.answered[to] = day.answered;
  columns.late[to] = day.late;
  columns.lapsed[to] = day.lapsed;
  columns.waiting[to] = day.waiting;
  columns.staff[to] = state.staff[store]!;
  columns.byHand[to] = Math.min(state.handAnswers[store]!, day.answered + day.late);
  columns.answeredBp[to] = Math.floor(10_000 * state.answered[store]! + 0.5);
}
