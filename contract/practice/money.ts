import { z } from "zod";
import { CurrencyCode, MarketCode, Minor, SeasonDay, Text } from "./shapes.ts";

/** One line of a statement: an account and its amount in the books' currency. */
export const StatementLine = z.strictObject({
  code: z.string().max(40),
  /** 0 total, 1 group, 2 account. */
  level: z.int().min(0).max(2),
  amountMinor: Minor,
  /** The same over the span of equal length before; null where that began before day 1. */
  previousMinor: Minor.nullable(),
  /** Account of the ledger it opens to; null for totals. */
  account: z.string().max(40).nullable(),
});

export type StatementLine = z.output<typeof StatementLine>;

export const MoneyView = z.strictObject({
  from: SeasonDay,
  to: SeasonDay,
  currency: CurrencyCode,
  profit: z.array(StatementLine).max(60),
  balance: z.array(StatementLine).max(60),
  cashFlow: z.array(StatementLine).max(60),
  cash: z.array(z.strictObject({ day: SeasonDay, cashMinor: Minor, heldMinor: Minor })).max(400),
  /** Money expected by day: payouts and what is owed to suppliers. */
  due: z
    .array(z.strictObject({ day: SeasonDay, code: z.string().max(40), amountMinor: Minor }))
    .max(400),
  rates: z.array(z.strictObject({ currency: CurrencyCode, rateE8: z.int() })).max(40),
});
export type MoneyView = z.output<typeof MoneyView>;

export const PostingRow = z.strictObject({
  day: SeasonDay,
  document: z.int(),
  kind: z.string().max(40),
  party: z.string().max(40),
  account: z.string().max(40),
  currency: CurrencyCode,
  amountMinor: Minor,
  subject: Text.nullable(),
  market: MarketCode.nullable(),
});
export type PostingRow = z.output<typeof PostingRow>;

export const DocumentView = z.strictObject({
  document: z.int(),
  kind: z.string().max(40),
  day: SeasonDay,
  /** Why the steward gave help or set a penalty; null for every other document. */
  reason: z.string().max(400).nullable(),
  lines: z.array(PostingRow).max(400),
});
export type DocumentView = z.output<typeof DocumentView>;
