import { z } from "zod";
import { CurrencyCode, MarketCode, Minor, SeasonDay } from "./shapes.ts";

/** What a store has of one currency, minor units of it. */
export const CurrencyCash = z.strictObject({
  currency: CurrencyCode,
  cashMinor: Minor,
  /** Held by the platform. */
  heldMinor: Minor,
  /** Cash and held money less what forwards give away: what depends on the rate. */
  exposureMinor: Minor,
  /** Cash and held money in the books' currency. */
  booksMinor: Minor,
});

/** How a currency moved over the closed days, at most the last 30. */
export const CurrencyRate = z.strictObject({
  currency: CurrencyCode,
  /** Books' currency for one unit, 1e-8 units, oldest first; the last is the rate of now. */
  seriesE8: z.array(z.int().min(1)).min(1).max(31),
  changeBp: z.int(),
  /** Yearly standard deviation of these days; null where they are too few to say. */
  volatilityBp: z.int().min(0).nullable(),
});

export const Forward = z.strictObject({
  number: z.int().min(0),
  from: CurrencyCode,
  to: CurrencyCode,
  fromMinor: Minor,
  toMinor: Minor,
  agreedOn: z.int(),
  dueOn: z.int(),
  /** What it gains against changing the money at the rate of now; books' currency. */
  valueMinor: Minor,
});

export const LoanTerm = z.enum(["short", "long", "emergency"]);

export const Loan = z.strictObject({
  loan: z.int().min(0),
  term: LoanTerm,
  takenOn: z.int(),
  principalMinor: Minor,
  openMinor: Minor,
  yearlyBp: z.int().min(0),
  /** Day and size of the next part; null where the store pays back as it likes. */
  dueOn: z.int().nullable(),
  partMinor: Minor,
  interestADayMinor: Minor,
});

/** Everything that a store decides about money. */
export const FinanceView = z.strictObject({
  day: SeasonDay,
  currency: CurrencyCode,
  cash: z.array(CurrencyCash).max(40),
  rates: z.array(CurrencyRate).max(40),
  /** Whether payouts of other currencies are changed on their day. */
  convertsAtOnce: z.boolean(),
  /** What the bank keeps of a change, and of a forward, basis points. */
  spreadBp: z.int().min(0),
  forwardBp: z.int().min(0),
  /** What forwards beyond money held and owed may come to together, and what is used of it. */
  forwardLineMinor: Minor,
  forwardUsedMinor: Minor,
  /** What rates did to foreign money since the last month's end; books' currency. */
  gainMinor: Minor,
  forwards: z.array(Forward).max(60),
  loans: z.array(Loan).max(40),
  lines: z
    .array(z.strictObject({ term: LoanTerm, leftMinor: Minor, yearlyBp: z.int().min(0) }))
    .max(2),
  periodDays: z.int().min(1),
  /** Of each market: what has a payout day and can be sold, in the market's currency. */
  factorable: z
    .array(z.strictObject({ market: MarketCode, currency: CurrencyCode, mostMinor: Minor }))
    .max(32),
  factoringFeeBp: z.int().min(0),
  /** Goods bought on account: paid so many days after they came, so much dearer. */
  credit: z.strictObject({
    leftMinor: Minor,
    days: z.int().min(1),
    feeBp: z.int().min(0),
  }),
  /** Owners' money; null where the season has none of it. */
  owners: z
    .strictObject({
      /** Put in at the opening, and added since less what was paid out. */
      openingMinor: Minor,
      addedMinor: Minor,
      /** What owners would still add, and the fee for it, basis points. */
      leftMinor: Minor,
      feeBp: z.int().min(0),
      /** Earned and not paid out. */
      earnedMinor: Minor,
      cashMinor: Minor,
    })
    .nullable(),
  /** An emergency loan is open: the score is capped at this, thousandths. */
  scoreCapMilli: z.int().nullable(),
});
export type FinanceView = z.output<typeof FinanceView>;
