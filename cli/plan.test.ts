import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { PolicySimulation, SeatPlanResult } from "@echelon/contract/planning/seat-plan.ts";
import { runEchelon } from "./run.ts";

async function run(text: string, ...args: string[]) {
  const out: string[] = [];
  const told: string[] = [];
  const code = await runEchelon(args, {
    out: (line) => void out.push(line),
    tell: (line) => void told.push(line),
    input: () => Promise.resolve(new TextEncoder().encode(text)),
    environment: {},
    folder: "",
    ended: new Promise(() => {}),
  });
  return { code, out: out.join("\n"), told: told.join("\n") };
}

const halfYears = 4;
const each = <Value>(value: Value) => Array.from({ length: halfYears }, () => value);
const programme = {
  autumnOnly: false,
  takes: null,
  teachersPerSeat: 0.05,
  needsBase: false,
  classSeats: 30,
};
/** One school trains for one city that needs more people than it has. */
const problem = {
  startsInAutumn: true,
  decisionHalfYears: halfYears,
  stockHalfYears: halfYears,
  cities: ["Ningbo"],
  families: ["F1"],
  echelons: [{ id: "E1", attrition: 0.05, shortageWeight: 1, surplusWeight: 0.35 }],
  programmes: [
    { ...programme, id: "course", lagHalfYears: 1, out: [0.8], costMinor: 50_000 },
    {
      ...programme,
      id: "degree",
      lagHalfYears: 2,
      out: [0.9],
      costMinor: 90_000,
      autumnOnly: true,
    },
  ],
  schools: [
    {
      id: "First",
      city: "Ningbo",
      mix: [1],
      teachers: each(8),
      teachersUsed: each(0),
      offers: [
        { programme: "course", before: 60 },
        { programme: "degree", before: 30 },
      ],
    },
  ],
  basePlaces: [each(0)],
  basePlacesUsed: [each(0)],
  budgetMinor: [null, 20_000_000],
  floors: [[50, 50]],
  move: [[0.9]],
  stock: [[[400]]],
  committed: [[[each(20)]]],
  scenarios: [
    { probability: 0.5, demand: [[[each(500)]]] },
    { probability: 0.5, demand: [[[each(620)]]] },
  ],
  costUnitMinor: 100_000,
};

suite("echelon plan", () => {
  const plan = (changed: object, ...args: string[]) =>
    run(JSON.stringify({ ...problem, ...changed }), "plan", ...args);

  test("prints intakes, what binds and what rounding costs", async () => {
    const { code, out, told } = await plan({});
    const result = SeatPlanResult.parse(JSON.parse(out));
    assert.equal(code, 0);
    assert.ok(result.status === "optimal");
    const course = result.intakes.filter((one) => one.programme === "course");
    assert.equal(course.length, halfYears);
    assert.ok(
      result.intakes.every(({ programme: of, halfYear }) => of === "course" || halfYear % 2 === 0),
    );
    assert.ok(result.summary.seats > 0);
    // Eight teachers are 160 seats, and 162 people are lacking in the middle.
    assert.ok(result.schools[0]!.bindings.length > 0);
    assert.match(told, /^\d+ seats; short of /);
    assert.deepEqual((await plan({})).out, out);
  });

  test("names the limits that exclude each other, and answers 1", async () => {
    const { code, out, told } = await plan({ floors: [[4_000, 50]] });
    const result = SeatPlanResult.parse(JSON.parse(out));
    assert.equal(code, 1);
    assert.ok(result.status === "infeasible");
    assert.match(told, /the fewest seats of Ningbo in year 0/);
    assert.match(told, /The least that makes a plan possible/);
  });

  test("refuses figures that are missing, negative or do not fit, each by its path", async () => {
    const [first] = problem.schools;
    const school = (changed: object) => ({ schools: [{ ...first, ...changed }] });
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ stock: [[[-1]]] }, /stock\[0\]\[0\]\[0\]: /],
      [{ committed: [[[[20, 20]]]] }, /committed\[0\]\[0\]\[0\]: 2 figures where 4 are needed/],
      [{ decisionHalfYears: 3 }, /give an even number/],
      [{ stockHalfYears: 2 }, /at least as long/],
      [school({ city: "Atlantis" }), /schools\[0\]\.city: there is no “Atlantis”/],
      [school({ mix: [0.4] }), /schools\[0\]\.mix: these shares add up to 0\.4/],
      [{ scenarios: problem.scenarios.slice(0, 1) }, /scenarios: these shares add up to 0\.5/],
      [{ cities: ["Ningbo", "Ningbo"] }, /cities\[1\]: “Ningbo” stands twice/],
      [
        school({
          offers: [{ programme: "degree", before: 1, announced: [{ halfYear: 1, seats: 30 }] }],
        }),
        /announced\[0\]: nobody is admitted in half-year 1/,
      ],
    ];
    for (const [changed, sentence] of cases) {
      const { code, out, told } = await plan(changed);
      assert.deepEqual([code, out], [1, ""], told);
      assert.match(told, sentence);
    }
    assert.equal((await run("{", "plan")).code, 1);
    assert.equal((await plan({}, "--seconds", "0")).code, 2);
  });
});

suite("echelon policy-sim", () => {
  const small = ["--schools", "2", "--cities", "2", "--half-years", "10", "--worlds", "1"];

  test("compares ways of deciding seats, as JSON and as a table", async () => {
    const { code, out, told } = await run("", "policy-sim", "--json", ...small);
    const { policies, seeds } = PolicySimulation.parse(JSON.parse(out));
    assert.deepEqual([code, seeds.length, policies.length], [0, 1, 6]);
    assert.match(told, /^World 100: constant seats$/m);
    const table = await run("", "policy-sim", ...small);
    assert.match(table.out, /^planned every half-year +\d+\.\d +/m);
    assert.equal((await run("", "policy-sim", "--worlds", "0")).code, 2);
  });
});
