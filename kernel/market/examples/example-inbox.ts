/** A store that gets offers behind the platform's back, and what becomes of it: for tests. */
import { closeDay, type DayResult } from "../day.ts";
import { contextOf, offerRow } from "../decisions/decision-context.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { parOf, scoreStore } from "../reports/score.ts";
import { economicProfit } from "../reports/score.ts";
import { firstSeat, seasonDayOf, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { inboxOf, type InboxOffer } from "../temptations/inbox.ts";
import { beginnersLog, entriesOf, exampleSeason, ordinaryMemory } from "./example-season.ts";
import type { ExampleOptions } from "./example-world.ts";

export const exampleTemptations = (options: ExampleOptions = {}, seed = 7) =>
  exampleSeason({ days: 60, modules: { temptations: true }, ...options }, seed);

/** Which of the offers that stand today a store accepts. */
export type Temper = (offer: InboxOffer) => boolean;
export const honest: Temper = () => false;

export type Tempted = {
  readonly season: Season;
  readonly scoreMilli: number;
  /** Profit as the score counts it, minor units of the books. */
  readonly profitMinor: number;
  readonly accepted: readonly InboxOffer[];
};

/** The decision that accepts an offer for the store's first product in its first market. */
export function acceptance(season: Season, offer: InboxOffer): StoreDecision {
  const { world } = season;
  const [sku, market] = [world.source.products[0]!.sku, world.marketIds[0]!];
  return { kind: "accept-offer", offer: offer.number, sku, market };
}

/** Plays one store that sells one product, in a copy of the season, which stays as it was. */
export function playTempted(
  { season, work }: ReturnType<typeof exampleTemptations>,
  temper: Temper,
  days: number,
  ask: (result: DayResult, season: Season) => void = () => undefined,
): Tempted {
  const own = { ...season, state: copyState(season.state, ordinaryMemory) };
  const { world } = own;
  const store = firstSeat(world);
  const log = [...beginnersLog(world), ...reorders(own)];
  const accepted: InboxOffer[] = [];
  for (let day = 1; day <= days; day++) {
    const wishes: StoreDecision[] = [];
    // A letter can be answered by who has opened: before day 1 there is no store.
    for (const offer of day === 1 ? [] : inboxOf(contextOf(own), store)) {
      if (offer.from !== seasonDayOf(own) || !temper(offer)) continue;
      accepted.push(offer);
      wishes.push(acceptance(own, offer));
    }
    const entries = [
      ...log.filter((one) => one.day === day),
      ...entriesOf(store, day, wishes, 100 * day),
    ];
    ask(closeDay(own, entries, work, { into: own.state }), own);
  }
  const context = contextOf(own);
  return {
    season: own,
    scoreMilli: scoreStore(context, store, parOf(context)).scoreMilli,
    profitMinor: economicProfit(context, store),
    accepted,
  };
}

/** The store never runs out for long: it orders again by itself. */
function reorders({ world }: Season) {
  const { sku } = world.source.products[0]!;
  const rule: StoreDecision = { kind: "set-reorder-rule", sku, pointUnits: 60, upToUnits: 160 };
  return entriesOf(firstSeat(world), 1, [rule], 50);
}

/** Row of the store's product. */
export const temptedRow = (season: Season) =>
  offerRow(contextOf(season), firstSeat(season.world), season.world.source.products[0]!.sku);
