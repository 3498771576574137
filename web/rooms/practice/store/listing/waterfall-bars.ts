import type { Projection } from "../use-store.ts";

export type Economics = NonNullable<Extract<Projection, { kind: "accepted" }>["economics"]>;

/** Bars that stand on zero, and steps between them. */
export type WaterfallBar = {
  readonly code:
    | "landed"
    | "taxAtSale"
    | "dueAtDoor"
    | "received"
    | "commission"
    | "goods"
    | "shipping"
    | "sellerDuty"
    | "margin";
  readonly kind: "sum" | "step" | "result";
  /** Signed: steps down are negative. */
  readonly minor: number;
  /** Ends of the bar, minor units, the lower first. */
  readonly from: number;
  readonly to: number;
};

/**
 * From what a buyer pays to what is left of one unit: taxes are taken off first, since they never
 * reach the seller, then the seller's costs. Steps of nothing are left out.
 */
export function waterfallBars(economics: Economics): WaterfallBar[] {
  const gross = economics.priceMinor + economics.feeMinor;
  const bars: WaterfallBar[] = [sum("landed", economics.landedMinor)];
  let level = economics.landedMinor;
  const step = (code: WaterfallBar["code"], minor: number) => {
    if (minor === 0) return;
    const next = level - minor;
    bars.push({
      code,
      kind: "step",
      minor: -minor,
      from: Math.min(level, next),
      to: Math.max(level, next),
    });
    level = next;
  };
  step("taxAtSale", economics.taxAtSaleMinor);
  step("dueAtDoor", economics.dueAtDoorMinor);
  if (level !== economics.landedMinor) bars.push(sum("received", gross));
  level = gross;
  step("commission", economics.commissionMinor);
  step("goods", economics.goodsMinor);
  step("shipping", economics.shippingMinor);
  step("sellerDuty", economics.sellerDutyMinor);
  return [...bars, { ...sum("margin", economics.marginMinor), kind: "result" }];
}

const sum = (code: WaterfallBar["code"], minor: number): WaterfallBar => ({
  code,
  kind: "sum",
  minor,
  from: Math.min(0, minor),
  to: Math.max(0, minor),
});

/** Left end and length of each bar, percent of the drawing that holds them all. */
export function barPlaces(
  bars: readonly Pick<WaterfallBar, "from" | "to">[],
): { left: number; width: number }[] {
  const low = Math.min(0, ...bars.map(({ from }) => from));
  const high = Math.max(1, ...bars.map(({ to }) => to));
  const percent = (minor: number) => Math.round((minor * 1_000) / (high - low)) / 10;
  return bars.map(({ from, to }) => ({
    left: percent(from - low),
    width: Math.max(0.5, percent(to - from)),
  }));
}
