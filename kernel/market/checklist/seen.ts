/** What a measure saw: a figure, and the rows from which anybody can count it again. */
import type { DecidedEntry } from "./evidence.ts";

export type SeenRow = {
  readonly day: number;
  /** Number of the decision; null where it is a closed day that shows it. */
  readonly decision: number | null;
  readonly sku: string | null;
  readonly market: string | null;
  /** What this row is, in the measure's own terms. */
  readonly figure: number;
};

/** A task's numbers: what must be there before it says anything, and what each must reach. */
export type Asked = { readonly least: number; readonly level: number };

export type Seen = { readonly figure: number; readonly rows: readonly SeenRow[] };

export const nothing: Seen = { figure: 0, rows: [] };

/** Each row counts one. */
export const counted = (rows: readonly SeenRow[]): Seen => ({ figure: rows.length, rows });

export const byDecision = (
  { day, number }: Pick<DecidedEntry, "day" | "number">,
  figure: number,
  sku: string | null = null,
  market: string | null = null,
): SeenRow => ({ day, decision: number, sku, market, figure });

export const byDay = (
  day: number,
  figure: number,
  sku: string | null = null,
  market: string | null = null,
): SeenRow => ({ day, decision: null, sku, market, figure });

/** A part of a whole, basis points, rounded down: a threshold is met when it is met. */
export const partBp = (part: number, whole: number): number =>
  whole > 0 ? Math.floor((10_000 * part) / whole) : 0;
