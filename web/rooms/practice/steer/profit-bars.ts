import { type ProfitLine, profitLines } from "@echelon/contract/practice/profit-lines.ts";
import type { Answer } from "../../../api/client.ts";

export type Profits = Answer<"GET /practice/seasons/:season/profits">;
export type StoreProfit = Profits["stores"][number];

export type ProfitBar = {
  readonly code: "reference" | ProfitLine | "store";
  readonly minor: number;
  /** Ends of the bar, minor units, the lower first. */
  readonly from: number;
  readonly to: number;
};

/**
 * From one store's profit to another's: what each line adds or takes away, the largest first. The
 * steps sum to the difference exactly, because every store's lines sum to its profit.
 */
export function profitBars(reference: StoreProfit, store: StoreProfit): ProfitBar[] {
  let level = reference.profitMinor;
  const steps = profitLines
    .map((code) => ({ code, minor: store.lines[code] - reference.lines[code] }))
    .filter(({ minor }) => minor !== 0)
    .toSorted((a, b) => Math.abs(b.minor) - Math.abs(a.minor))
    .map(({ code, minor }): ProfitBar => {
      const next = level + minor;
      const bar = { code, minor, from: Math.min(level, next), to: Math.max(level, next) };
      level = next;
      return bar;
    });
  return [
    standing("reference", reference.profitMinor),
    ...steps,
    standing("store", store.profitMinor),
  ];
}

const standing = (code: "reference" | "store", minor: number): ProfitBar => ({
  code,
  minor,
  from: Math.min(0, minor),
  to: Math.max(0, minor),
});

/** Whom a store is set beside when nobody was named: the best one, and that one the median. */
export function referenceOf(
  { stores, median }: Profits,
  store: StoreProfit,
  against: "best" | "median",
): StoreProfit | undefined {
  const best = stores[0];
  const middle = stores.find((one) => one.store === median);
  const asked = against === "best" ? best : middle;
  const other = against === "best" ? middle : best;
  return asked?.store === store.store ? other : asked;
}
