import { z } from "zod";
import { CityId, Role } from "./company-wishes.ts";
import { Count, Minor, SeasonDay, Text } from "./shapes.ts";

const Crew = z.strictObject({
  role: Role,
  heads: Count,
  leaving: Count,
  /** Null while nobody leaves. */
  leavesOn: SeasonDay.nullable(),
  training: Count,
  trainedOn: SeasonDay.nullable(),
  /** Mean level of what they can do and of what they are paid for, thousandths. */
  skillMilli: Count,
  payMilli: Count,
  /** What all of them cost in a month, books currency. */
  monthMinor: Minor,
  /** Questions a day they answer, or days of suppliers that they save, basis points. */
  effect: z.number(),
  /** What one head of each level costs in a month if hired today, by level. */
  hireMonthMinor: z.array(Minor).max(10),
});

export const CompanyView = z.strictObject({
  /** The store's office; null where it has none. */
  office: z.strictObject({ city: CityId, isLuxury: z.boolean() }).nullable(),
  cities: z
    .array(
      z.strictObject({
        id: CityId,
        name: Text,
        rentMonthMinor: Minor,
        luxuryMonthMinor: Minor,
        wageBp: z.int(),
        /** Levels by which who is hired there is better than paid for: standard and luxury. */
        plus: Count,
        luxuryPlus: Count,
      }),
    )
    .max(20),
  moveMinor: Minor,
  crews: z.array(Crew).max(4),
  noticeDays: Count,
  training: z.strictObject({ days: Count, feeMinor: Minor }),
  levelMax: Count,
});
export type CompanyView = z.output<typeof CompanyView>;
