import assert from "node:assert/strict";
import { test } from "node:test";
import { closeDay } from "../day.ts";
import {
  entriesOf,
  entry,
  exampleSeason,
  firstDay,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { newWorkspace, type Workspace } from "../state/workspace.ts";

test("a workspace that has served later days serves an earlier one like a new one", () => {
  // Why: a rewound day is closed, and a past day explained, in memory that knows the days after.
  const { season } = exampleSeason({ days: 30 }, 17);
  const { world } = season;
  const store = firstSeat(world);
  const [market] = world.marketIds as [string];
  // Offers stand by category, then by age: this one stands last until another moves it on.
  const last = world.source.products.at(-1)!.sku;
  const early = world.source.products[0]!.sku;
  const log = [
    entry(world, 0, 0),
    ...entriesOf(store, 1, firstDay(world, last, 2_499)),
    entry(world, 1, 1, 3),
    ...entriesOf(store + 1, 3, firstDay(world, early, 2_499)),
    // What the card of the moved one keeps from later days differs from what it had on day 3.
    ...entriesOf(store, 5, [{ kind: "set-price", sku: last, market, priceMinor: 1_199 }], 100),
  ];
  const play = (workOf: () => Workspace): readonly string[] => {
    let state = copyState(season.state, ordinaryMemory);
    return [1, 2, 3, 4, 5, 6].map((day) => {
      const today = log.filter((one) => one.day === day);
      const result = closeDay({ ...season, state }, today, workOf());
      ({ state } = result);
      return result.digest;
    });
  };
  const isNew = () => newWorkspace(world.sizes, ordinaryMemory);
  const used = isNew();
  const digests = play(isNew);
  assert.deepEqual(
    play(() => used),
    digests,
    "going on",
  );
  assert.deepEqual(
    play(() => used),
    digests,
    "going back",
  );
});
