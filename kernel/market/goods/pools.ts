/** How many units of an offer there are: in one pool of its stock or in all, with those coming. */
import type { State } from "../state/state.ts";

/** At home and on the way there. */
export function unitsAtHome({ stock, inbound, sizes }: State, row: number): number {
  const home = row * (sizes.markets + 1);
  return stock[home]! + inbound[home]!;
}

/** On hand, at home and in warehouses. */
export function unitsThere({ stock, sizes }: State, row: number): number {
  const pools = sizes.markets + 1;
  let units = 0;
  for (let pool = row * pools; pool < (row + 1) * pools; pool++) units += stock[pool]!;
  return units;
}

/** On hand and on the way, at home and in warehouses. */
export function unitsEverywhere({ stock, inbound, sizes }: State, row: number): number {
  const pools = sizes.markets + 1;
  let units = 0;
  for (let pool = row * pools; pool < (row + 1) * pools; pool++) {
    units += stock[pool]! + inbound[pool]!;
  }
  return units;
}
