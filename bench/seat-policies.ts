/**
 * Promise: planning anew every half-year removes at least 70 % of what constant seats lose beyond
 * one who knows the future, in eight made-up worlds. It is a count of people, not of time; the
 * worlds are ours, and in real ones need may answer to supply.
 */
import { openSolver, simulatePolicies, usualPolicyWish } from "@echelon/server/main.ts";
import { atMost, isSmoke, report } from "./measure.ts";

const promise = "seat-policies";
const remainsAtMost = 0.3;
/** Rolling plans lose less than each other way in such a share of the worlds. */
const betterAtLeast = 7 / 8;

const small = { schools: 3, cities: 3, planHalfYears: 8, halfYears: 12, seeds: [102] };
const wish = isSmoke ? small : usualPolicyWish;
const { policies } = simulatePolicies(await openSolver(), wish);
const lossOf = (name: string) => policies.find(({ policy }) => policy === name)!.weightedLoss;
const others = policies.filter(({ policy }) => policy !== "rolling" && policy !== "foresight");
const outcome = atMost(
  promise,
  lossOf("rolling") - lossOf("foresight"),
  lossOf("constant") - lossOf("foresight"),
  "constant seats; both beyond one who knows the future, weighted person-half-years",
  remainsAtMost,
  Object.fromEntries(others.map((one) => [`better than ${one.policy}`, one.rollingBetter])),
);
const isBetter = others.every(
  ({ rollingBetter }) => rollingBetter >= betterAtLeast * wish.seeds.length,
);
report([{ ...outcome, holds: outcome.holds && isBetter }]);
