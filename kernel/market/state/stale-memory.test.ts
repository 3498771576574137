import assert from "node:assert/strict";
import { test } from "node:test";
import { closeDay } from "../day.ts";
import { diligentEntries } from "../examples/diligent-store.ts";
import { bids, played, settled, street } from "../examples/example-names.ts";
import { exampleSeason, ordinaryMemory } from "../examples/example-season.ts";
import { copyState, reserveRows, tableNames, type State } from "./state.ts";

/** A copy whose tables have room that held something: what a season leaves when it goes back. */
function inUsedMemory(from: State): State {
  const state = copyState(from, ordinaryMemory);
  for (const name of tableNames) {
    const table = state.tables[name];
    const { rows } = table;
    reserveRows(state, name, rows + 1_000);
    for (const column of Object.values(table.columns)) column.fill(-1, rows);
    table.rows = rows;
  }
  return state;
}

const memories = [(from: State) => copyState(from, ordinaryMemory), inUsedMemory];

test("bids on names give the same digest in memory that held other bids", () => {
  const of = street();
  const log = [...bids(of, 1, settled, 6_000), ...bids(of, 0, settled, 4_000)];
  const [fresh, used] = memories.map((memory) =>
    played(of, settled + 4, log, memory).results.map(({ digest }) => digest),
  );
  assert.deepEqual(used, fresh);
});

test("a diligent store's season gives the same digests in memory that held another", () => {
  const modules = { offsite: true, research: true, returns: true, service: true, terms: true };
  const { season, work } = exampleSeason({ days: 30, modules }, 5);
  const how = { products: 3, markets: 2, photoLevel: 2, isWide: true } as const;
  const [fresh, used] = memories.map((memory) => {
    const own = { ...season, state: memory(season.state) };
    const entriesOn = diligentEntries(how);
    return Array.from({ length: 21 }, (_, before) => {
      const entries = entriesOn(own, before + 1);
      const { digest, refused } = closeDay(own, entries, work, { into: own.state });
      assert.deepEqual(refused, []);
      return digest;
    });
  });
  assert.deepEqual(used, fresh);
});
