type Cash = {
  readonly currency: string;
  readonly cashMinor: number;
  readonly exposureMinor: number;
};

/**
 * The pair that one most likely comes for: the foreign currency of which there is most, into the
 * books'; without any, the books' into the first other one.
 */
export function firstPair(
  {
    currency,
    cash,
    rates,
  }: {
    readonly currency: string;
    readonly cash: readonly Cash[];
    readonly rates: readonly { readonly currency: string; readonly seriesE8: readonly number[] }[];
  },
  isNow: boolean,
): { from: string; to: string } {
  const worth = (one: Cash) => {
    const rate = rates.find((row) => row.currency === one.currency)?.seriesE8.at(-1) ?? 0;
    return (isNow ? one.cashMinor : one.exposureMinor) * rate;
  };
  const foreign = cash.filter((one) => one.currency !== currency);
  const richest = foreign.toSorted((a, b) => worth(b) - worth(a))[0];
  if (richest === undefined) return { from: currency, to: currency };
  return worth(richest) > 0
    ? { from: richest.currency, to: currency }
    : { from: currency, to: richest.currency };
}

type Pair = { from: string; to: string };

/**
 * The pair after one side was chosen anew: never the same twice, and with `books` on one side where
 * the deal needs it.
 */
export function turned(pair: Pair, next: string, side: "from" | "to", books: string | null): Pair {
  const other = side === "from" ? "to" : "from";
  const kept = next === pair[other] ? pair[side] : pair[other];
  const rest = books === null || next === books || kept === books ? kept : books;
  return side === "from" ? { from: next, to: rest } : { from: rest, to: next };
}
