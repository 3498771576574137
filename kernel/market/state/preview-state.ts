/**
 * A copy of a season's memory for trying decisions: what they never touch is shared, not copied.
 */
import { columnNames, tableNames, type State } from "./state.ts";

/** Written by the close alone: rates, demand, recent sales, money waiting for its day. */
const sharedColumns: readonly string[] = [
  "velocity",
  "logRate",
  "logShock",
  "logOutside",
  "payoutDue",
];
const sharedTables: readonly string[] = ["parcels", "reviewsDue"];

export function previewState(from: State): State {
  const columns = columnNames.map((name) => [
    name,
    sharedColumns.includes(name) ? from[name] : from[name].slice(),
  ]);
  const tables = tableNames.map((name) => {
    const table = from.tables[name];
    if (sharedTables.includes(name)) return [name, table];
    const copied = Object.entries(table.columns).map(([column, values]) => [
      column,
      values.slice(0, table.rows),
    ]);
    return [name, { ...table, columns: Object.fromEntries(copied) }];
  });
  return {
    ...Object.fromEntries(columns),
    sizes: from.sizes,
    tables: Object.fromEntries(tables),
  } as State;
}
