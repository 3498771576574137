/**
 * A day seen in the rows of another one. Offers, campaigns and bids get their rows in the order in
 * which they come, so a day without one store's decisions has others' in other rows; only their
 * numbers stay.
 */
import { newState, type State, stateColumns } from "../state/state.ts";
import { addRow, type ColumnType, type Table } from "../state/tables.ts";
import type { ObservedDay, SliceView } from "./observe-day.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);
const columnNames = Object.keys(stateColumns) as (keyof typeof stateColumns)[];

/** Row in the other day by row of the day. */
type Rows = {
  readonly offers: Int32Array;
  readonly campaigns: Int32Array;
  readonly entries: Int32Array;
};

/**
 * The earlier day in the rows of the later one, itself where they agree.
 *
 * @throws Error where the later day lacks an offer, a campaign or a bid of the earlier one: they
 * are never forgotten
 */
export function alignRows(day: ObservedDay, to: ObservedDay): ObservedDay {
  const campaigns = rowsBy(campaignKeys(day.state), campaignKeys(to.state));
  const rows: Rows = {
    offers: rowsBy(offerKeys(day.state), offerKeys(to.state)),
    campaigns,
    entries: rowsBy(entryKeys(day.state), entryKeys(to.state)),
  };
  if (Object.values(rows).every(isSame)) return day;
  return {
    ...day,
    state: movedState(day.state, to.state, rows),
    slices: day.slices.map((view) => movedView(view, day.state.sizes.markets, to.state, rows)),
  };
}

const offerKeys = ({ offerNumber, offerCount }: State): string[] =>
  Array.from(offerNumber.subarray(0, offerCount[0]!), String);

function campaignKeys({ tables }: State): string[] {
  const { columns, rows } = tables.campaigns;
  return Array.from({ length: rows }, (_, row) => `${columns.store[row]}/${columns.campaign[row]}`);
}

function entryKeys(state: State): string[] {
  const { columns, rows } = state.tables.adEntries;
  const campaigns = campaignKeys(state);
  return Array.from(
    { length: rows },
    (_, row) => `${campaigns[columns.campaign[row]!]}/${columns.entry[row]}`,
  );
}

function rowsBy(keys: readonly string[], others: readonly string[]): Int32Array {
  const rowOf = new Map(others.map((key, row) => [key, row]));
  return Int32Array.from(keys, (key) => {
    const row = rowOf.get(key);
    if (row === undefined) throw new Error(`the later day lacks ${key}`);
    return row;
  });
}

const isSame = (rows: Int32Array) => rows.every((to, row) => to === row);

function movedState(from: State, like: State, rows: Rows): State {
  const state = newState(from.sizes, memory);
  for (const name of columnNames) {
    const [, outermost] = stateColumns[name] as readonly [string, string];
    if (outermost !== "offer") state[name].set(from[name] as never);
    else moveRows(from[name], state[name], rows.offers, from[name].length / from.sizes.offers);
  }
  state.offerCount[0] = like.offerCount[0]!;
  moveTables(from, state, like, rows);
  return state;
}

type Numbers = { readonly [at: number]: number } & ArrayLike<number>;

function moveRows(from: Numbers, into: Numbers, rows: Int32Array, width: number): void {
  const target = into as { [at: number]: number };
  rows.forEach((to, row) => {
    for (let at = 0; at < width; at++) target[to * width + at] = from[row * width + at]!;
  });
}

/** What the later day has and this one does not is there, but off. */
function moveTables(from: State, state: State, like: State, rows: Rows): void {
  const { campaigns, adEntries, negatives, layers, promotions } = state.tables;
  fill(promotions, from.tables.promotions);
  for (let row = 0; row < promotions.rows; row++) {
    promotions.columns.offer[row] = rows.offers[promotions.columns.offer[row]!]!;
  }
  fill(campaigns, like.tables.campaigns);
  campaigns.columns.isOn.fill(0, 0, campaigns.rows);
  moveTable(from.tables.campaigns, campaigns, rows.campaigns);
  fill(adEntries, like.tables.adEntries);
  adEntries.columns.bidTicks.fill(0, 0, adEntries.rows);
  moveTable(from.tables.adEntries, adEntries, rows.entries);
  rows.entries.forEach((to, row) => {
    adEntries.columns.campaign[to] = rows.campaigns[from.tables.adEntries.columns.campaign[row]!]!;
    adEntries.columns.offer[to] = rows.offers[from.tables.adEntries.columns.offer[row]!]!;
  });
  fill(negatives, from.tables.negatives);
  for (let row = 0; row < negatives.rows; row++) {
    negatives.columns.campaign[row] = rows.campaigns[negatives.columns.campaign[row]!]!;
  }
  fill(layers, from.tables.layers);
  for (let row = 0; row < layers.rows; row++) {
    layers.columns.offer[row] = rows.offers[layers.columns.offer[row]!]!;
  }
}

type Rowed = Table<Readonly<Record<string, ColumnType>>>;

/** Copies all rows of a table of the same shape. */
function fill<T extends { rows: number }>(into: T, from: T): void {
  const [table, source] = [into as unknown as Rowed, from as unknown as Rowed];
  table.rows = 0;
  for (let row = 0; row < source.rows; row++) copyRow(source, table, row, addRow(table));
}

function moveTable<T extends { rows: number }>(from: T, into: T, rows: Int32Array): void {
  rows.forEach((to, row) => copyRow(from as unknown as Rowed, into as unknown as Rowed, row, to));
}

function copyRow(from: Rowed, into: Rowed, row: number, to: number): void {
  for (const name of Object.keys(from.shape)) {
    const column = into.columns[name] as { [at: number]: number | bigint };
    column[to] = from.columns[name]![row]!;
  }
}

function movedView(view: SliceView, markets: number, like: State, rows: Rows): SliceView {
  const hasStock = new Uint8Array(like.offerCount[0]! * markets);
  const isOpen = new Uint8Array(like.tables.campaigns.rows);
  const pacing = new Float64Array(like.tables.campaigns.rows);
  moveRows(
    view.hasStock,
    hasStock,
    rows.offers.subarray(0, view.hasStock.length / markets),
    markets,
  );
  moveRows(view.isOpen, isOpen, rows.campaigns.subarray(0, view.isOpen.length), 1);
  moveRows(view.pacing, pacing, rows.campaigns.subarray(0, view.pacing.length), 1);
  return { hasStock, isOpen, pacing };
}
