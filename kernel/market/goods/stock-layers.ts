/**
 * Stock in layers, first in first out: what a unit cost when it came. Units and cost of a layer go
 * down together, so the cost of what is on hand is always the sum of its layers.
 */
import type { State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";

/** Puts units into a pool. */
export function addLayer(
  state: State,
  row: number,
  pool: number,
  units: number,
  costMinor: number,
  engineDay: number,
): void {
  const { layers } = state.tables;
  const at = addRow(layers);
  layers.columns.offer[at] = row;
  layers.columns.pool[at] = pool;
  layers.columns.units[at] = units;
  layers.columns.costMinor[at] = costMinor;
  layers.columns.arrivedOn[at] = engineDay;
  state.stock[row * (state.sizes.markets + 1) + pool]! += units;
}

/**
 * Takes units out of a pool, oldest layers first, and returns their cost.
 *
 * @throws Error when the layers hold fewer: stock and layers have come apart, which is a bug
 */
export function takeLayers(state: State, row: number, pool: number, units: number): number {
  state.stock[row * (state.sizes.markets + 1) + pool]! -= units;
  return consumeLayers(state, row, pool, units);
}

/** As `takeLayers`, where the stock column was already lowered by the day's sales. */
export function consumeLayers(state: State, row: number, pool: number, units: number): number {
  const { columns, rows } = state.tables.layers;
  let left = units;
  let cost = 0;
  for (let at = 0; at < rows && left > 0; at++) {
    if (columns.offer[at] !== row || columns.pool[at] !== pool) continue;
    const taken = takeFrom(columns, at, left);
    left -= taken.units;
    cost += taken.cost;
  }
  if (left > 0) throw new Error(`offer row ${row} pool ${pool} lacks ${left} units in its layers`);
  return cost;
}

function takeFrom(
  columns: State["tables"]["layers"]["columns"],
  at: number,
  wanted: number,
): { readonly units: number; readonly cost: number } {
  const held = columns.units[at]!;
  const units = Math.min(held, wanted);
  const cost =
    units === held
      ? columns.costMinor[at]!
      : Math.floor((columns.costMinor[at]! * units) / held + 0.5);
  columns.units[at] = held - units;
  columns.costMinor[at]! -= cost;
  return { units, cost };
}

/**
 * Which layers belong to which pool of which offer, in order of age: made once for a day's sales.
 */
export type LayerIndex = { readonly start: Int32Array; readonly rows: Int32Array };

/** Sorts the layers by (offer, pool), oldest first, and drops empty ones. */
export function indexLayers(state: State): LayerIndex {
  dropEmpty(state);
  const pools = state.sizes.markets + 1;
  const { columns, rows } = state.tables.layers;
  const start = new Int32Array(state.offerCount[0]! * pools + 1);
  for (let at = 0; at < rows; at++) start[columns.offer[at]! * pools + columns.pool[at]! + 1]!++;
  for (let cell = 1; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  const next = start.slice();
  const sorted = new Int32Array(rows);
  for (let at = 0; at < rows; at++) {
    sorted[next[columns.offer[at]! * pools + columns.pool[at]!]!++] = at;
  }
  return { start, rows: sorted };
}

/** Cost of units that left a pool, by the day's index. */
export function consumeIndexed(
  state: State,
  index: LayerIndex,
  row: number,
  pool: number,
  units: number,
): number {
  const cell = row * (state.sizes.markets + 1) + pool;
  const { columns } = state.tables.layers;
  let left = units;
  let cost = 0;
  for (let i = index.start[cell]!; i < index.start[cell + 1]! && left > 0; i++) {
    const taken = takeFrom(columns, index.rows[i]!, left);
    left -= taken.units;
    cost += taken.cost;
  }
  if (left > 0) throw new Error(`offer row ${row} pool ${pool} lacks ${left} units in its layers`);
  return cost;
}

function dropEmpty(state: State): void {
  const { layers } = state.tables;
  const columns = Object.values(layers.columns);
  let kept = 0;
  for (let at = 0; at < layers.rows; at++) {
    if (layers.columns.units[at] === 0) continue;
    if (kept !== at) for (const column of columns) column[kept] = column[at]!;
    kept++;
  }
  layers.rows = kept;
}
