/** Sentences of planning seats; `plan-zh.ts` has the same keys. */
export const planEn: Readonly<Record<string, string>> = {
  "command plan":
    "Plans the seats of a region: plan < problem.json; the formats are in docs/reference/formats.",
  "plan --seconds": "How long it may compute; 300 when not said, 3600 at most.",
  "command policy-sim": "Compares ways of deciding seats in made-up worlds over years.",
  "policy-sim --json": "Prints one line of JSON.",
  "policy-sim --worlds": "How many worlds; 8 when not said.",
  "policy-sim --seed": "First of their seeds; equal seeds give equal worlds.",
  "policy-sim --schools": "Schools of a world; 11 when not said.",
  "policy-sim --cities": "Cities of a world; 11 when not said.",
  "policy-sim --half-years": "How long a world runs; 24 when not said, the first 8 do not count.",
  "plan/made":
    "{seats} seats; short of {shortage} % of the people needed, {surplus} % too many; whole " +
    "seats and classes cost {gap} % more than the optimum.",
  "plan/whole-seats":
    "Whole seats pass {count} limits by more than the tolerance; “broken” lists them.",
  "plan/timed-out":
    "No plan in {seconds} seconds, so none is proposed. Repeating the last admissions lies at " +
    "most {gap} % above the best plan. Give it more time with --seconds.",
  "plan/infeasible": "There is no plan within these limits. They exclude each other:",
  "plan/loosened": "The least that makes a plan possible, by so much in its own unit:",
  "plan/limit-teachers": "the teachers of {school} in half-year {halfYear}",
  "plan/limit-base-places": "the base places of {city} in half-year {halfYear}",
  "plan/limit-money": "the money of year {year}",
  "plan/limit-floor": "the fewest seats of {city} in year {year}",
  "plan/limit-change":
    "how far {programme} at {school} may change ({direction} seats) in half-year {halfYear}",
  "plan/limit-announced": "the announced seats of {programme} at {school} in half-year {halfYear}",
  "plan/limit-seats-max": "the most seats of {programme} at {school} in half-year {halfYear}",
  "plan/limit-people":
    "that nobody can be trained who is not there: {echelon} of {family} in {city}, half-year " +
    "{halfYear}",
  "plan/odd-half-years": "{path}: decision half-years make whole years: give an even number.",
  "plan/too-short": "{path}: people must be compared at least as long as seats are decided.",
  "plan/named-twice": "{path}: “{name}” stands twice.",
  "plan/unknown-name": "{path}: there is no “{name}”.",
  "plan/wrong-count": "{path}: {found} figures where {needed} are needed.",
  "plan/wrong-sum": "{path}: these shares add up to {sum}.",
  "plan/not-in-season": "{path}: nobody is admitted in half-year {halfYear}.",
  "plan/too-large": "The plan would have {columns} unknowns; it may have {most}.",
  "policy-sim/now": "World {seed}: {policy}",
  "policy-sim/constant": "constant seats",
  "policy-sim/cobweb": "reacting to the last gap",
  "policy-sim/static": "one plan, then repeated",
  "policy-sim/static-full": "one plan for all years",
  "policy-sim/rolling": "planned every half-year",
  "policy-sim/foresight": "knowing the future",
  "policy-sim/way": "seats are",
  "policy-sim/shortage": "short %",
  "policy-sim/surplus": "too many %",
  "policy-sim/loss": "loss",
  "policy-sim/cost": "cost",
  "policy-sim/moved": "moved",
  "policy-sim/better": "rolling wins",
  "policy-sim/removed":
    "Planning every half-year saves {share} % of what constant seats lose beyond one who knows " +
    "the future.",
};
