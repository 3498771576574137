import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { exampleWorld } from "../examples/example-world.ts";
import { newState } from "../state/state.ts";
import { addLayer, consumeIndexed, indexLayers, takeLayers } from "./stock-layers.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);

test("layers never lose a unit or a cent, whoever takes and in whatever portions", () => {
  const { sizes } = exampleWorld();
  const layer = fc.record({
    units: fc.integer({ min: 1, max: 500 }),
    cost: fc.integer({ min: 0, max: 90_000 }),
  });
  fc.assert(
    fc.property(
      fc.array(layer, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(400), { maxLength: 12 }),
      (layers, takes) => {
        const state = newState(sizes, memory);
        state.offerCount[0] = 2;
        for (const { units, cost } of layers) addLayer(state, 1, 2, units, cost, 3);
        let left = layers.reduce((sum, { units }) => sum + units, 0);
        let value = layers.reduce((sum, { cost }) => sum + cost, 0);
        for (const wanted of takes) {
          const units = Math.min(wanted, left);
          const cost =
            units % 2 === 0
              ? takeLayers(state, 1, 2, units)
              : consumeIndexed(state, indexLayers(state), 1, 2, units);
          assert.ok(Number.isInteger(cost) && cost >= 0 && cost <= value);
          left -= units;
          value -= cost;
        }
        const { columns, rows } = state.tables.layers;
        let units = 0;
        let cost = 0;
        for (let row = 0; row < rows; row++) {
          units += columns.units[row]!;
          cost += columns.costMinor[row]!;
        }
        assert.deepEqual([units, cost], [left, value]);
      },
    ),
  );
});

test("what came first leaves first, at what it cost", () => {
  const state = newState(exampleWorld().sizes, memory);
  state.offerCount[0] = 1;
  addLayer(state, 0, 0, 10, 1000, 1);
  addLayer(state, 0, 0, 10, 3000, 2);
  assert.equal(takeLayers(state, 0, 0, 15), 1000 + 1500);
  assert.equal(state.stock[0], 5);
  assert.throws(() => takeLayers(state, 0, 0, 6), /lacks 1 units/);
});
