/** A seat plan as files: what `plan` reads, and what it prints. */
import { z } from "zod";
import {
  citiesMax,
  decisionHalfYearsMax,
  echelonsMax,
  familiesMax,
  figureMax,
  programmesMax,
  scenariosMax,
  schoolsMax,
  secondsMax,
  stockHalfYearsMax,
} from "./seat-plan-limits.ts";

const Name = z.string().min(1).max(200);
const Figure = z.number().min(0).max(figureMax);
const Share = z.number().min(0).max(1);
const Minor = z.int().min(0);
const ByHalfYear = z.array(Figure).max(stockHalfYearsMax);
const ByYear = z.array(Figure).max(decisionHalfYearsMax);

const SeatProgramme = z.object({
  id: Name,
  lagHalfYears: z
    .int()
    .min(1)
    .max(stockHalfYearsMax)
    .describe("Half-years from admission until finishers count."),
  autumnOnly: z.boolean(),
  takes: Name.nullable().describe("The echelon whose people it trains on; null for newcomers."),
  out: z.array(Share).max(echelonsMax).describe("By echelon: the share that finishes in it."),
  costMinor: Minor.describe("Of one seat, minor units."),
  teachersPerSeat: Figure,
  needsBase: z.boolean(),
  classSeats: z.int().min(1).max(1_000).describe("Seats of a class."),
});

const SeatSchool = z.object({
  id: Name,
  city: Name,
  mix: z.array(Share).max(familiesMax).describe("By family: how seats fall on it; adds up to 1."),
  teachers: ByHalfYear.describe("By decision half-year."),
  teachersUsed: ByHalfYear.describe("Likewise: by cohorts that are inside already."),
  offers: z
    .array(
      z.object({
        programme: Name,
        before: Figure.describe("Seats at the last admission."),
        most: Figure.optional().describe("At most so many seats an admission."),
        announced: z
          .array(z.object({ halfYear: z.int().min(0), seats: z.int().min(0) }))
          .max(decisionHalfYearsMax)
          .optional()
          .describe("Seats that are announced or locked, by half-year from 0."),
      }),
    )
    .max(programmesMax),
});

const byCell = <Inner extends z.ZodType>(inner: Inner) =>
  z.array(z.array(z.array(inner).max(echelonsMax)).max(familiesMax)).max(citiesMax);

export const SeatPlanProblem = z
  .object({
    startsInAutumn: z.boolean(),
    decisionHalfYears: z.int().min(2).max(decisionHalfYearsMax).describe("Even."),
    stockHalfYears: z.int().min(2).max(stockHalfYearsMax),
    cities: z.array(Name).min(1).max(citiesMax),
    families: z.array(Name).min(1).max(familiesMax),
    echelons: z
      .array(
        z.object({
          id: Name,
          attrition: Share.describe("Of a half-year."),
          shortageWeight: Figure,
          surplusWeight: Figure,
        }),
      )
      .min(1)
      .max(echelonsMax),
    programmes: z.array(SeatProgramme).min(1).max(programmesMax),
    schools: z.array(SeatSchool).min(1).max(schoolsMax),
    basePlaces: z.array(ByHalfYear).max(citiesMax).describe("By city and decision half-year."),
    basePlacesUsed: z.array(ByHalfYear).max(citiesMax),
    budgetMinor: z
      .array(Minor.nullable())
      .max(decisionHalfYearsMax)
      .describe("By year, minor units; null without a limit."),
    floors: z.array(ByYear).max(citiesMax).describe("By city and year: the fewest seats."),
    move: z
      .array(z.array(Share).max(citiesMax))
      .max(citiesMax)
      .describe("By city of training and of work: the share of finishers."),
    stock: byCell(Figure).describe("By city, family and echelon: people at work."),
    committed: byCell(ByHalfYear).describe(
      "By city, family, echelon and half-year: finishers of cohorts that are inside.",
    ),
    scenarios: z
      .array(
        z.object({
          probability: Share,
          demand: byCell(ByHalfYear).describe("As `committed`: people needed."),
        }),
      )
      .min(1)
      .max(scenariosMax),
    costUnitMinor: z.int().min(1).describe("What counts as cost 1: one secondary seat."),
    changeWeight: Figure.optional().describe("0.15 usually."),
    costWeight: Figure.optional().describe("0.02 usually."),
    discount: Share.optional().describe("Of a half-year; 0.97 usually."),
    growth: Figure.optional().describe("The share by which seats may change; 0.3 usually."),
    growthSeatsMin: Figure.optional().describe("… of at least so many; 30 usually."),
    committedHalfYears: z
      .int()
      .min(0)
      .max(2)
      .optional()
      .describe("Half-years whose seats become classes; 1 usually."),
    viableSeats: z.int().min(1).max(1_000).optional().describe("The smallest class; 15 usually."),
  })
  .meta({ title: "A seat plan's problem" });

export type SeatPlanProblem = z.infer<typeof SeatPlanProblem>;

const where = { school: Name, programme: Name, halfYear: z.int() };

/** A limit, by the names of its problem. */
const SeatLimit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("teachers"), school: Name, halfYear: z.int() }),
  z.object({ kind: z.literal("base-places"), city: Name, halfYear: z.int() }),
  z.object({ kind: z.literal("money"), year: z.int() }),
  z.object({ kind: z.literal("floor"), city: Name, year: z.int() }),
  z.object({ kind: z.literal("change"), ...where, direction: z.enum(["more", "fewer"]) }),
  z.object({ kind: z.literal("announced"), ...where }),
  z.object({ kind: z.literal("seats-max"), ...where }),
  z.object({
    kind: z.literal("people"),
    city: Name,
    family: Name,
    echelon: Name,
    halfYear: z.int(),
  }),
]);

const Broken = z.object({ limit: SeatLimit, by: z.number().describe("In the limit's own unit.") });

const Summary = z.object({
  objective: z.number().describe("Weighted person-half-years, with cost and changes."),
  weightedLoss: z.number(),
  shortageShare: z.number().describe("Of the people needed."),
  surplusShare: z.number(),
  seats: z.number(),
  seatsMoved: z.number(),
  costMinor: z.number(),
});

const Account = z
  .object({
    people: z.number(),
    cost: z.number(),
    teachers: z.number(),
    basePlaces: z.number(),
    money: z.number(),
    floor: z.number(),
    change: z.number(),
    balance: z.number(),
  })
  .describe("What one seat more would bring (below 0) and take; `balance` is the sum.");

export const SeatPlanResult = z
  .discriminatedUnion("status", [
    z.object({
      status: z.literal("optimal"),
      optimum: z.number().describe("With parts of seats: no plan of whole seats is below it."),
      roundingGap: z.number().describe("What whole seats and classes cost, as a share of it."),
      summary: Summary,
      intakes: z.array(
        z.object({ ...where, seats: z.int(), before: z.number(), account: Account }),
      ),
      schools: z.array(
        z.object({
          school: Name,
          teacherGain: z.number().describe("What one teacher more saves; for small steps."),
          bindings: z.array(z.object({ limit: SeatLimit, times: z.int(), gain: z.number() })),
        }),
      ),
      cities: z.array(
        z.object({
          city: Name,
          basePlaceGain: z.number(),
          floorCosts: z.array(z.number()).describe("By year, of a seat."),
        }),
      ),
      moneyGains: z.array(z.number()).describe("By year, of one unit of cost."),
      broken: z.array(Broken).describe("What whole seats pass by more than 2 % and 0.1."),
    }),
    z.object({
      status: z.literal("infeasible"),
      conflict: z.array(SeatLimit).describe("Limits that exclude each other."),
      loosened: z.array(Broken).describe("The least loosening that makes a plan possible."),
    }),
    z.object({
      status: z.literal("timed-out"),
      secondsMax: z.number().max(secondsMax),
      asBefore: Summary.describe("What the last admissions come to when they are repeated."),
      brokenLimits: z.int().describe("How many limits they break."),
      gap: z.number().describe("How far they may lie above the best plan, as a share of them."),
    }),
  ])
  .meta({ title: "A seat plan" });

export type SeatPlanResult = z.infer<typeof SeatPlanResult>;

const PolicyFigures = {
  shortageShare: z.number(),
  surplusShare: z.number(),
  weightedLoss: z.number().describe("Person-half-years."),
  cost: z.number().describe("Of secondary seats."),
  seatsMoved: z.number(),
};

export const PolicySimulation = z
  .object({
    seeds: z.array(z.int()),
    schools: z.int(),
    cities: z.int(),
    planHalfYears: z.int(),
    halfYears: z.int(),
    policies: z.array(
      z.object({
        policy: z.enum(["constant", "cobweb", "static", "static-full", "rolling", "foresight"]),
        ...PolicyFigures,
        rollingBetter: z.int().describe("In so many worlds rolling plans lose less."),
        worlds: z.array(z.object(PolicyFigures)),
      }),
    ),
    avoidableRemoved: z.number().nullable(),
  })
  .meta({ title: "Ways of deciding seats, compared" });

export const seatPlanFormats: Readonly<Record<string, z.ZodType>> = {
  "seat-plan-problem": SeatPlanProblem,
  "seat-plan": SeatPlanResult,
  "policy-simulation": PolicySimulation,
};
