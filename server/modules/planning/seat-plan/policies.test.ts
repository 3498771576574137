import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { simulatePolicies } from "./simulate-policies.ts";
import { openSolver } from "./solver.ts";

suite("ways of deciding seats", () => {
  test("lose least when every half-year is planned anew", async () => {
    // A small region and few years; all eight worlds at full size are a bench.
    const size = { schools: 3, cities: 3, planHalfYears: 12, halfYears: 18 };
    const simulated = simulatePolicies(await openSolver(), { ...size, seeds: [101, 102] });
    const lossOf = (name: string) => simulated.policies.find(({ policy }) => policy === name)!;
    const [rolling, foresight] = [lossOf("rolling"), lossOf("foresight")];
    for (const name of ["constant", "cobweb", "static"]) {
      for (const [world, { weightedLoss }] of lossOf(name).worlds.entries()) {
        assert.ok(rolling.worlds[world]!.weightedLoss < weightedLoss, `${name}, world ${world}`);
      }
    }
    assert.ok(foresight.weightedLoss < rolling.weightedLoss, "who knows the future loses less");
    assert.ok(simulated.avoidableRemoved! >= 0.7, `removes ${simulated.avoidableRemoved}`);
  });
});
