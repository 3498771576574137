/** Steps from a search to a parcel at the door, in order. */
export const funnelSteps = [
  "visits",
  "impressions",
  "clicks",
  "carts",
  "orders",
  "delivered",
] as const;
export type FunnelStep = (typeof funnelSteps)[number];
export type FunnelCounts = Readonly<Record<FunnelStep, number>>;

/** Counts of several listings together. */
export function funnelSum(rows: readonly FunnelCounts[]): FunnelCounts {
  const sum = (step: FunnelStep) => rows.reduce((total, row) => total + row[step], 0);
  return {
    visits: sum("visits"),
    impressions: sum("impressions"),
    clicks: sum("clicks"),
    carts: sum("carts"),
    orders: sum("orders"),
    delivered: sum("delivered"),
  };
}

export type FunnelBar = {
  readonly step: FunnelStep;
  readonly count: number;
  /**
   * Share of the step before, basis points; null at the first step, where none came, and at
   * deliveries: parcels travel for days, so those of a span belong to other orders.
   */
  readonly keptBp: number | null;
  /** Length of the bar, percent of the longest. */
  readonly width: number;
};

/**
 * The funnel as it is drawn. Later steps are a thousandth of the first, so lengths follow the
 * square
 * root of the square root: order stays, and the last steps can still be told apart; the figures
 * beside the bars are exact.
 */
export function funnelBars(counts: FunnelCounts): FunnelBar[] {
  const most = Math.max(1, ...funnelSteps.map((step) => counts[step]));
  return funnelSteps.map((step, index) => {
    const count = counts[step];
    const before = index === 0 ? undefined : counts[funnelSteps[index - 1]!];
    return {
      step,
      count,
      keptBp:
        before === undefined || before <= 0 || step === "delivered"
          ? null
          : Math.round((count * 10_000) / before),
      width: Math.round((count / most) ** 0.25 * 1_000) / 10,
    };
  });
}
