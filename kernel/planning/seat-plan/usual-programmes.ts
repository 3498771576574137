/**
 * Start values of programmes and echelons (talent.md, section 8.1): our choice, replaced by each
 * region's own.
 */
import type { Echelon, Programme } from "./problem.ts";

export const usualEchelons: readonly Echelon[] = [
  { attrition: 0.05, shortageWeight: 1, surplusWeight: 0.35 },
  { attrition: 0.035, shortageWeight: 1.8, surplusWeight: 0.5 },
  { attrition: 0.02, shortageWeight: 3, surplusWeight: 0.6 },
];

/** What a secondary seat costs in the start values, minor units; the others follow from it. */
const seatMinor = 1_000_000;

interface Start {
  readonly lag: number;
  readonly out: readonly number[];
  readonly cost: number;
  readonly seatsPerTeacher: number;
}

const degree = ({ lag, out, cost, seatsPerTeacher }: Start): Programme => ({
  lag,
  out,
  isAutumnOnly: true,
  takes: null,
  needsBase: false,
  costMinor: Math.floor(cost * seatMinor + 0.5),
  teachersPerSeat: 1 / seatsPerTeacher,
});

const short = (takes: number | null, start: Start): Programme => ({
  ...degree(start),
  isAutumnOnly: false,
  takes,
  needsBase: true,
});

export const usualProgrammes: readonly Programme[] = [
  degree({ lag: 6, out: [0.8, 0, 0], cost: 1, seatsPerTeacher: 20 }),
  degree({ lag: 6, out: [0.7, 0.2, 0], cost: 1.2, seatsPerTeacher: 18 }),
  degree({ lag: 8, out: [0.25, 0.65, 0], cost: 1.6, seatsPerTeacher: 17 }),
  degree({ lag: 4, out: [0.4, 0.45, 0], cost: 0.9, seatsPerTeacher: 25 }),
  degree({ lag: 4, out: [0, 0.45, 0.45], cost: 2.6, seatsPerTeacher: 12 }),
  short(null, { lag: 1, out: [0.75, 0, 0], cost: 0.5, seatsPerTeacher: 25 }),
  short(0, { lag: 1, out: [0.1, 0.8, 0], cost: 0.7, seatsPerTeacher: 25 }),
  short(1, { lag: 2, out: [0, 0.15, 0.75], cost: 1.4, seatsPerTeacher: 15 }),
];

/** Their ids, in their order. */
export const usualProgrammeIds: readonly string[] = [
  "secondary",
  "diploma",
  "bachelor",
  "minor",
  "professional-master",
  "bootcamp",
  "in-service-2",
  "in-service-3",
];
