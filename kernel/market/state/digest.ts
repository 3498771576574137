/**
 * The digest of a season: equal states, equal digests, on any machine. A replay names the first day
 * whose digest differs, and `digestColumns` the columns in which it does.
 */
import { hex, mixBytes, mixInt32, newHash, type Hash } from "../../number/fnv.ts";
import { columnNames, tableNames, usedColumn, usedTable, type State } from "./state.ts";

/** 16 hexadecimal characters over every column and table in use, in the order of declaration. */
export function digestState(state: State): string {
  const hash = newHash();
  for (const name of columnNames) mixBytes(hash, usedColumn(state, name));
  for (const name of tableNames) mixTable(hash, state, name);
  return hex(hash);
}

/** The digest of each column and table alone, by name. */
export function digestColumns(state: State): Readonly<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const name of columnNames) {
    const hash = newHash();
    mixBytes(hash, usedColumn(state, name));
    digests[name] = hex(hash);
  }
  for (const name of tableNames) {
    const hash = newHash();
    mixTable(hash, state, name);
    digests[`tables.${name}`] = hex(hash);
  }
  return digests;
}

function mixTable(hash: Hash, state: State, name: (typeof tableNames)[number]): void {
  mixInt32(hash, state.tables[name].rows);
  for (const column of usedTable(state, name)) mixBytes(hash, column);
}
