/**
 * What bidding on names brought a store on a day (market.md E19, 10). An order is put down to the
 * place that was paid for; whether its buyer came because of it, only the same day without the bids
 * tells. Both are worked out on exact rates, so their difference has no noise in it. On the own
 * name most buyers would have come anyway: the store stands there without paying.
 */
import { nameMatch } from "../offsite/name-auction.ts";
import { beginBlend, type Blend } from "./blend-days.ts";
import { figuresOf, totalOf } from "./day-figures.ts";
import { expectedDay, type WhyBench } from "./expected-day.ts";
import type { ObservedDay } from "./observe-day.ts";
import type { NameOwner } from "./own-sales.ts";

export type NameWorth = {
  /** Orders of the day from the paid places, and those that the day has more with them. */
  readonly attributedMilli: number;
  readonly addedMilli: number;
  /** Due for the clicks, and what the day's profit has more with the bids. */
  readonly ticks: number;
  readonly addedProfitMinor: number;
};

/** Of bids on the own name and on others'; null where the store bid on none of a kind. */
export type NamesWorth = Readonly<Record<NameOwner, NameWorth | null>>;

const half = (value: number) => Math.floor(value + 0.5);
const owners: readonly NameOwner[] = ["own", "others"];

/** @param bench  of the day's world and seed */
export function nameWorth(bench: WhyBench, day: ObservedDay, store: number): NamesWorth {
  const { world, key: seed } = bench.engine;
  const play = (without: NameOwner | null) => {
    const blend = beginBlend({ world, seed }, day, day, store);
    const isBid = without === null || takeBids(blend, without);
    if (!isBid) return null;
    const sales = expectedDay(bench, blend, "all");
    const made = figuresOf(blend, sales, bench.engine.work);
    const ordersMilli = made.orders.reduce((sum, one) => sum + one, 0);
    return { sales, ordersMilli, profitMinor: totalOf(made, "profit") };
  };
  const usual = play(null)!;
  const [own, others] = owners.map((owner): NameWorth | null => {
    const less = play(owner);
    if (less === null) return null;
    const { orders, ticks } = usual.sales.named[owner];
    return {
      attributedMilli: half(1000 * orders),
      addedMilli: usual.ordersMilli - less.ordersMilli,
      ticks: half(ticks),
      addedProfitMinor: usual.profitMinor - less.profitMinor,
    };
  });
  return { own: own!, others: others! };
}

/** Takes the store's bids on such names back; says whether there were any. */
function takeBids({ state, store }: Blend, owner: NameOwner): boolean {
  const { adEntries, campaigns } = state.tables;
  const { columns, rows } = adEntries;
  let isAny = false;
  for (let row = 0; row < rows; row++) {
    if (columns.match[row] !== nameMatch || columns.bidTicks[row] === 0) continue;
    if (campaigns.columns.store[columns.campaign[row]!] !== store) continue;
    if ((columns.keyword[row] === store) !== (owner === "own")) continue;
    columns.bidTicks[row] = 0;
    isAny = true;
  }
  return isAny;
}
