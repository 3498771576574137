import assert from "node:assert/strict";
import { before, suite, test } from "node:test";
import { seatsAsBefore } from "@echelon/kernel/planning/seat-plan/bounds.ts";
import { brokenLimits } from "@echelon/kernel/planning/seat-plan/broken-limits.ts";
import { evaluatePlan } from "@echelon/kernel/planning/seat-plan/evaluate-plan.ts";
import { teacherGain } from "@echelon/kernel/planning/seat-plan/explain-plan.ts";
import {
  admits,
  type SeatProblem,
  seatPlanLimits,
} from "@echelon/kernel/planning/seat-plan/problem.ts";
import { seatModel, seatsOf } from "@echelon/kernel/planning/seat-plan/seat-model.ts";
import { madeRegion, provinceSize } from "@echelon/kernel/planning/synthetic/made-region.ts";
import { computePlan, type WholePlan } from "./compute-plan.ts";
import { openSolver, type Solver } from "./solver.ts";

const small = { schools: 4, cities: 3, scenarios: 4, decisionHalfYears: 6, stockHalfYears: 10 };
const sizes = { seats: [30, 30, 30, 30, 30, 20, 20, 20], viable: 15 };
const wish = { secondsMax: 60, committedHalfYears: 1, classes: sizes };
const seeds = Array.from({ length: 50 }, (_, at) => at + 1);

suite("the best seat plan", () => {
  let solver: Solver;
  before(async () => {
    solver = await openSolver();
  });

  const solved = (problem: SeatProblem, form: "compressed" | "extensive" = "compressed") => {
    const model = seatModel(problem, { form });
    const outcome = solver.solve(model.program);
    assert.equal(outcome.status, "optimal");
    assert.ok(outcome.status === "optimal");
    return { model, solution: outcome.solution };
  };
  const planned = (problem: SeatProblem): WholePlan => {
    const plan = computePlan(solver, problem, wish);
    assert.ok(plan.status === "optimal");
    return plan;
  };

  test("costs the same in both forms, as its seats cost when they are added up", () => {
    for (const seed of seeds) {
      // Unequal scenarios: equal ones would hide a wrong weight.
      const region = madeRegion({ ...small, seed });
      const problem = { ...region, probability: Float64Array.of(0.4, 0.1, 0.2, 0.3) };
      const { model, solution } = solved(problem);
      const extensive = solved(problem, "extensive").solution.objective;
      const near = 1e-6 * Math.abs(extensive);
      assert.ok(Math.abs(solution.objective - extensive) <= near, `seed ${seed}`);
      const seats = seatsOf(model, solution.values);
      const { objective } = evaluatePlan(problem, seats);
      assert.ok(Math.abs(solution.objective - objective) <= near, `seed ${seed}, added up`);
      assert.deepEqual(
        brokenLimits(problem, seats).filter(({ by }) => by > 1e-5),
        [],
      );
    }
  });

  test("is no worse than any plan by rule that keeps the limits", () => {
    let compared = 0;
    for (const seed of seeds.slice(0, 20)) {
      const problem = madeRegion({ ...small, seed });
      const best = solved(problem).solution.objective;
      for (const factor of [0.8, 0.9, 1, 1.1, 1.2]) {
        const seats = seatsAsBefore(problem).map((count) => factor * count);
        if (brokenLimits(problem, seats).length > 0) continue;
        compared += 1;
        assert.ok(best <= evaluatePlan(problem, seats).objective + 1e-6, `seed ${seed}`);
      }
    }
    assert.ok(compared >= 20, `only ${compared} plans by rule kept the limits`);
  });

  test("never suffers from more teachers, places or money; teachers help where they bind", () => {
    let helped = 0;
    for (const seed of seeds.slice(0, 10)) {
      const problem = madeRegion({ ...small, seed });
      const best = solved(problem).solution.objective;
      const half = (figures: Float64Array) => figures.map((figure) => figure * 1.5);
      const more = solved({ ...problem, teachers: half(problem.teachers) }).solution.objective;
      const places = solved({ ...problem, basePlaces: half(problem.basePlaces) }).solution;
      const money = solved({ ...problem, budgetMinor: half(problem.budgetMinor) }).solution;
      for (const objective of [more, places.objective, money.objective]) {
        assert.ok(objective <= best + 1e-6 * best);
      }
      if (more < best * (1 - 1e-6)) helped += 1;
    }
    assert.ok(helped > 0, "no teacher ever helped: the test's regions are too roomy");
  });

  test("admits nobody out of season, nor where a programme is not offered", () => {
    const region = madeRegion({ ...small, seed: 5 });
    const closed = { ...region, seatsMax: region.seatsMax.map((most, at) => (at < 12 ? 0 : most)) };
    for (const problem of [region, { ...region, startsInAutumn: false }, closed]) {
      const { seats } = planned(problem);
      assert.ok(seats.some((count) => count > 0));
      for (const [at, count] of seats.entries()) {
        const halfYear = at % small.decisionHalfYears;
        const row = (at - halfYear) / small.decisionHalfYears;
        const programme = row % problem.programmes.length;
        if (!admits(problem, programme, halfYear)) assert.equal(count, 0);
        if (problem === closed && at < 12) assert.equal(count, 0);
      }
    }
  });

  test("keeps what was announced to the seat, even against the limits of change", () => {
    const region = madeRegion({ ...small, seed: 6 });
    const announced = region.seatsMin.with(0, 77);
    const problem = { ...region, seatsMin: announced, seatsMax: region.seatsMax.with(0, 77) };
    assert.equal(planned(problem).seats[0], 77);
  });

  test("tells what one more teacher brings, as solving again does", () => {
    const problem = madeRegion({ ...small, seed: 7 });
    const now = solved(problem);
    let checked = 0;
    for (let school = 0; school < small.schools; school += 1) {
      const gain = teacherGain(now, school);
      if (gain < 1) continue;
      checked += 1;
      const teachers = problem.teachers.map((count, at) => {
        return Math.floor(at / small.decisionHalfYears) === school ? count + 0.1 : count;
      });
      const again = solved({ ...problem, teachers }).solution.objective;
      const found = (now.solution.objective - again) / 0.1;
      assert.ok(Math.abs(found - gain) <= 0.03 * gain, `${gain} foretold, ${found} found`);
    }
    assert.ok(checked > 0, "no school's teachers bind");
  });

  test("accounts for every seat: what it brings and takes adds up to its reduced cost", () => {
    const problem = madeRegion({ ...small, seed: 8 });
    const { model, solution } = solved(problem);
    const { accounts } = planned(problem);
    for (const [at, column] of model.intake.entries()) {
      const account = accounts[at]!;
      if (column < 0) {
        assert.equal(account, null);
        continue;
      }
      assert.ok(Math.abs(account!.balance - solution.columnDuals[column]!) < 1e-7);
    }
  });

  test("costs at most one percent more in whole seats, and is the same plan each time", () => {
    for (const seed of seeds.slice(0, 10)) {
      const problem = madeRegion({ ...small, seed });
      const whole = computePlan(solver, problem, { ...wish, committedHalfYears: 0 });
      assert.ok(whole.status === "optimal");
      assert.ok(whole.roundingGap <= 0.01, `seed ${seed}: ${whole.roundingGap}`);
      assert.ok(whole.seats.every(Number.isInteger));
      assert.deepEqual(planned(problem).broken, []);
      assert.deepEqual(planned(problem), planned(problem));
    }
  });

  test("is not made where none can be; then the limits are named that exclude each other", () => {
    const region = madeRegion({ ...small, seed: 9 });
    const floors = region.floors.with(0, region.floors[0]! * 50);
    const none = computePlan(solver, { ...region, floors }, wish);
    assert.ok(none.status === "infeasible");
    assert.ok(none.conflict.some(({ kind }) => kind === "floor"));
    assert.ok(
      none.conflict.some(({ kind }) => kind !== "floor"),
      "a floor alone excludes nothing",
    );
    assert.ok(none.loosened.length > 0);
    // What was loosened suffices: the floor lowered by as much, and all else likewise.
    const lowered = none.loosened.reduce((floor, { limit, by }) => {
      return limit.kind === "floor" ? floor - by : floor;
    }, floors[0]!);
    assert.ok(lowered < floors[0]!);
  });

  test("is not proposed when time ran out", () => {
    const region = madeRegion({ ...provinceSize, schools: 30, scenarios: 5 });
    const plan = computePlan(solver, region, { ...wish, secondsMax: 0.05 });
    assert.ok(plan.status === "timed-out");
    assert.ok(!("seats" in plan));
    assert.ok(plan.gap > 0 && plan.gap < 1);
    assert.equal(plan.broken, 0);
  });

  test("of the largest region has no more columns than its limit", () => {
    const province = madeRegion(provinceSize);
    assert.ok(seatModel(province).program.columns <= seatPlanLimits.columnsMax);
  });
});
