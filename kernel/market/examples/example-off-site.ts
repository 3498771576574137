/** A small season with promotion off the market, in which one store sells two things: for tests. */
import type { StoreDecision } from "../decisions/decision.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { logOf, play, type Plan } from "./example-finance.ts";
import { exampleSeason, firstDay } from "./example-season.ts";
import type { ExampleOptions } from "./example-world.ts";

export const exampleOffSite = (options: ExampleOptions = {}, seed = 7) =>
  exampleSeason(
    { bots: 6, stores: 10, visitsPerDay: 20_000, modules: { offsite: true }, ...options },
    seed,
  );

export type OffSiteSeason = ReturnType<typeof exampleOffSite>;

export const ownStore = ({ world }: Season) => firstSeat(world);

/** A store that sells from day 1, and what it decides besides, by day. */
export function playShop(shop: OffSiteSeason, plan: Plan, days: number) {
  const { world } = shop.season;
  const { sku } = world.source.products[0]!;
  const opening = firstDay(world, sku, 2499).filter(({ kind }) => kind !== "place-purchase");
  const first: readonly StoreDecision[] = [
    ...opening,
    { kind: "place-purchase", sku, units: 400 },
    ...(plan[1] ?? []),
  ];
  return play(shop, logOf(shop.season, { ...plan, 1: first }), days);
}

export const post = (spendMinor: number, market = "us", fitMilli = 1000): StoreDecision => ({
  kind: "publish-post",
  market,
  text: "A bottle for every day",
  spendMinor,
  fitMilli,
});

export const banners = (spendMinor: number, days: number, market = "us"): StoreDecision => ({
  kind: "buy-display",
  market,
  text: "A bottle for every day",
  spendMinor,
  days,
  fitMilli: 1000,
});
