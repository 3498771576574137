import { z } from "zod";

/** The best level of a store's people, and heads of a role at most. */
export const levelMax = 5;
export const headsMax = 50;

export const Role = z.enum(["service", "operations"]);
export const CityId = z.string().min(1).max(40);

/** What a store may decide about its office and its people, beside hiring and giving notice. */
export const companyWishes = [
  z.strictObject({
    kind: z.literal("set-office"),
    /** Null gives the office up. */
    city: CityId.nullable(),
    isLuxury: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("train-staff"),
    role: Role,
    heads: z.int().min(1).max(headsMax),
  }),
] as const;
