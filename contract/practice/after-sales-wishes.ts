import { z } from "zod";
import { levelMax, Role } from "./company-wishes.ts";

/** Limits that a test of the server holds equal to the kernel's. */
export const handAnswersMax = 30;
export const staffMax = 50;

/** Number of a case within its store: its name, as the after-sales view gives it. */
export const CaseNumber = z
  .int()
  .min(0)
  .max(2 ** 44);

export const DisputeAnswer = z.enum(["refund", "replace", "contest"]);
export const Disposition = z.enum(["resell", "home", "scrap", "leave"]);
export const StandingDispute = z.enum(["ask", "refund", "contest"]);
export const StandingReturn = z.enum(["ask", "resell", "home", "scrap", "leave"]);

const Heads = z.int().min(1).max(staffMax);

/** What a store may decide after the sale. */
export const afterSalesWishes = [
  z.strictObject({
    kind: z.literal("resolve-dispute"),
    case: CaseNumber,
    answer: DisputeAnswer,
  }),
  z.strictObject({
    kind: z.literal("dispose-return"),
    case: CaseNumber,
    disposition: Disposition,
  }),
  z.strictObject({
    kind: z.literal("set-answer-policy"),
    disputes: StandingDispute,
    returns: StandingReturn,
    handAnswers: z.int().min(0).max(handAnswersMax),
  }),
  z.strictObject({
    kind: z.literal("hire-staff"),
    role: Role,
    heads: Heads,
    /** The first when left out. */
    level: z.int().min(1).max(levelMax).optional(),
  }),
  z.strictObject({
    kind: z.literal("release-staff"),
    role: Role,
    heads: Heads,
  }),
] as const;
