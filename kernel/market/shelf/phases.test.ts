import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { digestState } from "../state/digest.ts";
import { openEngine, type Engine } from "../state/engine.ts";
import { runExampleDay, type ExampleDay } from "../examples/example-day.ts";
import { exampleState, type ExampleStateOptions } from "../examples/example-state.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { preparePhase, rankPhase, runShard, slicePhase } from "./phases.ts";
import { columnNames, stateColumns, type State } from "../state/state.ts";
import { newWorkspace } from "../state/workspace.ts";

const world = exampleWorld({ stores: 40, offersPerStore: 6, visitsPerDay: 40_000 });
const key = { k0: 42, k1: 7 };
const allocate = (bytes: number) => new ArrayBuffer(bytes);
const busy: ExampleStateOptions = { stock: 60, people: 5, localShare: 0.3, advertised: 0.6 };

function start(options: ExampleStateOptions = busy): Engine {
  const state = exampleState(world, key, allocate, options);
  return openEngine(world, key, state, newWorkspace(world.sizes, allocate));
}

function digestAfter(days: number, day: ExampleDay, options = busy): string {
  const engine = start(options);
  for (let done = 0; done < days; done++) runExampleDay(engine, day);
  return digestState(engine.state);
}

/** Puts the last offer first, in every column by offer and in the advertisement entries. */
function turnRows(state: State): void {
  const rows = state.offerCount[0]!;
  const { offer } = state.tables.adEntries.columns;
  for (let entry = 0; entry < state.tables.adEntries.rows; entry++) {
    offer[entry] = rows - 1 - offer[entry]!;
  }
  for (const name of columnNames) {
    const [, outermost] = stateColumns[name] as readonly string[];
    if (outermost !== "offer") continue;
    const column = state[name];
    const width = column.length / state.sizes.offers;
    const old = column.slice();
    for (let row = 0; row < rows; row++) {
      column.set(old.subarray(row * width, (row + 1) * width), (rows - 1 - row) * width);
    }
  }
}

suite("the phases of a day", () => {
  test("a day cut into 1, 2, 3, 5 or 8 shards gives one digest", () => {
    const digests = [1, 2, 3, 5, 8].map((shards) =>
      digestAfter(4, {
        run: (engine, phase, slice) => {
          for (let shard = 0; shard < shards; shard++) {
            runShard(engine, phase, slice, shard, shards);
          }
        },
      }),
    );
    assert.deepEqual(new Set(digests).size, 1, digests.join(" "));
  });

  test("threads with memory of their own give the same digest as one", () => {
    const engines = new Map<Engine, Engine[]>();
    const alone = digestAfter(3, {});
    const together = digestAfter(3, {
      run: (engine, phase, slice) => {
        const crew = engines.get(engine) ?? [
          openEngine(world, key, engine.state, engine.work),
          openEngine(world, key, engine.state, engine.work),
        ];
        engines.set(engine, crew);
        crew.forEach((member, shard) => runShard(member, phase, slice, shard, crew.length));
      },
    });
    assert.equal(together, alone);
  });

  test("the order in which offers and shelves are processed changes nothing", () => {
    const backwards: ExampleDay["run"] = (engine, phase, slice) => {
      const { offers, shelves } = world.sizes;
      if (phase === "prepare") {
        for (let offer = offers - 1; offer >= 0; offer--) preparePhase(engine, offer, offer + 1);
      } else {
        for (let shelf = shelves - 1; shelf >= 0; shelf--) {
          if (phase === "rank") rankPhase(engine, shelf, shelf + 1);
          else slicePhase(engine, slice, shelf, shelf + 1);
        }
      }
    };
    assert.equal(digestAfter(3, { run: backwards }), digestAfter(3, {}));
  });

  test("in which rows offers and entries stand changes nothing", () => {
    const straight = start();
    const turned = start();
    const rows = turned.state.offerCount[0]!;
    turnRows(turned.state);
    for (let day = 0; day < 3; day++) {
      runExampleDay(straight);
      runExampleDay(turned);
    }
    const { markets } = world.sizes;
    for (let row = 0; row < rows; row++) {
      const other = rows - 1 - row;
      assert.equal(turned.state.offerNumber[other], straight.state.offerNumber[row]);
      for (const column of ["soldUnits", "soldOrders", "clicks", "lostUnits"] as const) {
        const of = (engine: Engine, at: number) => [
          ...engine.work[column].subarray(at * markets, (at + 1) * markets),
        ];
        assert.deepEqual(of(turned, other), of(straight, row), column);
      }
    }
    const spent = (engine: Engine) => engine.state.tables.campaigns.columns.spentTicks;
    assert.deepEqual(spent(turned), spent(straight));
  });

  test("a used workspace serves another season as a new one does", () => {
    const fresh = digestAfter(2, {});
    const used = start({ ...busy, stock: 9, localShare: 0 });
    for (let day = 0; day < 3; day++) runExampleDay(used);
    const state = exampleState(world, key, allocate, busy);
    const engine = openEngine(world, key, state, used.work);
    for (let day = 0; day < 2; day++) runExampleDay(engine);
    assert.equal(digestState(state), fresh);
  });

  test("two seasons that take turns in one workspace go on as each would alone", () => {
    const smaller = exampleState(world, { k0: 5, k1: 5 }, allocate, { localShare: 0.5 });
    // Fewer offers, so that the same positions belong to other rows.
    smaller.offerCount[0] = 100;
    smaller.tables.adEntries.rows = 0;
    const one = start();
    const other = openEngine(world, key, smaller, one.work);
    for (let day = 0; day < 3; day++) {
      runExampleDay(one);
      runExampleDay(other);
    }
    assert.equal(digestState(one.state), digestAfter(3, {}));
  });

  test("who is looking changes nothing that happens", () => {
    assert.equal(digestAfter(3, { reportAll: true }), digestAfter(3, { reportAll: false }));
  });

  test("another key is another season", () => {
    const state = exampleState(world, key, allocate, busy);
    const other = { k0: 43, k1: 7 };
    const engine = openEngine(world, other, state, newWorkspace(world.sizes, allocate));
    for (let day = 0; day < 4; day++) runExampleDay(engine);
    assert.notEqual(digestState(state), digestAfter(4, {}));
  });
});
