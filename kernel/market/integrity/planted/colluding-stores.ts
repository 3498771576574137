/** Stores that give way to a certain rival, planted among honest ones. */
import { contextOf, type DecisionContext } from "../../decisions/decision-context.ts";
import type { StoreDecision } from "../../decisions/decision.ts";
import { firstSeat, type Season } from "../../state/season.ts";
import { listedOf, suggested, type Style } from "./honest-store.ts";
import type { Luck } from "./luck.ts";
import { whole } from "./whole.ts";

/** Seats: each gives way to the next; of a ring, the last to the first. */
export type Collusion = { readonly isRing: boolean; readonly seats: readonly number[] };

/** One-way and mutual arrangements, of two stores or three. */
export function plantCollusion(luck: Luck, seats: number): readonly Collusion[] {
  const order = luck.some(
    Array.from({ length: seats }, (_, seat) => seat),
    seats,
    0,
    60,
  );
  const ringOf = luck.share(61) < 0.3 ? 3 : 2;
  return [
    { isRing: false, seats: order.slice(0, 2) },
    { isRing: true, seats: order.slice(2, 2 + ringOf) },
  ];
}

/**
 * Who colludes sells the same goods, all of one category: there is nothing else to give, and where
 * others sell as much nobody certain would gain. They price alike, are easily found and well
 * stocked, for what is given must be taken. One honest pair is all that, too, with nothing between
 * them.
 */
export function alignedStyles(
  styles: readonly Style[],
  collusions: readonly Collusion[],
  goods: { readonly categories: number; readonly productsEach: number },
  luck: Luck,
): readonly Style[] {
  const categories = luck.some(
    Array.from({ length: goods.categories }, (_, category) => category),
    goods.categories,
    0,
    65,
  );
  const isFree = ({ seat }: Style) => !collusions.some(({ seats }) => seats.includes(seat));
  const neighbors = styles.filter(isFree).slice(0, 2);
  const groups = [...collusions.map(({ seats }) => seats), neighbors.map(({ seat }) => seat)];
  return styles.map((style) => {
    const at = groups.findIndex((seats) => seats.includes(style.seat));
    if (at < 0) return style;
    const products = Array.from(
      { length: goods.productsEach },
      (_, place) => categories[at]! * goods.productsEach + place,
    );
    const priceShare = luck.between(0.95, 1.1, style.seat, 66);
    return { ...style, products, markets: 2, priceShare, units: 400, lacking: 30 };
  });
}

/** What the arrangement adds to a seat's day. */
export function collusiveDay(
  season: Season,
  collusion: Collusion,
  seat: number,
  day: number,
  luck: Luck,
): readonly StoreDecision[] {
  const context = contextOf(season);
  const { state, world } = context;
  const store = firstSeat(world) + seat;
  const place = collusion.seats.indexOf(seat);
  if (!collusion.isRing && place > 0) return [];
  const turn = turnOf(luck, seat, day);
  if (turn < 0) return [];
  const listed = listedOf(context, store);
  const taker = firstSeat(world) + collusion.seats[(place + 1) % collusion.seats.length]!;
  const taken = listedOf(context, taker);
  // What both sell, the best first, and nothing twice: it must hurt the one and help the other.
  const worth = (sku: string) =>
    Math.min(soldOf(context, listed, sku), soldOf(context, taken, sku));
  const [mine] = [...new Set(listed.map(({ sku }) => sku))]
    .filter((sku) => !isGiven(context, store, listed, sku))
    .sort((a, b) => worth(b) - worth(a));
  const way = luck.below(3, seat, day, 62);
  return listed
    .filter(({ sku }) => sku === mine)
    .map(({ sku, market, at }): StoreDecision => {
      if (way === 0) return { kind: "withdraw-listing", sku, market };
      const factor = luck.between(2.2, 3.5, seat, day, 63);
      return {
        kind: "set-price",
        sku,
        market,
        priceMinor: whole(state.priceMinor[at]! * factor),
      };
    });
}

/** Whether a price of it stands far above what the editor proposes. */
function isGiven(
  context: DecisionContext,
  store: number,
  listed: ReturnType<typeof listedOf>,
  sku: string,
): boolean {
  const { state, world } = context;
  return listed.some((one) => {
    const market = world.marketIds.indexOf(one.market);
    const proposed = suggested(context, store, state.skuOf[one.row]!, market) ?? 0;
    return one.sku === sku && state.priceMinor[one.at]! > 1.6 * proposed;
  });
}

const soldOf = ({ state }: DecisionContext, listed: ReturnType<typeof listedOf>, sku: string) =>
  listed.reduce((sum, one) => (one.sku === sku ? sum + state.soldWeek[one.row]! : sum), 0);

/** Which of the times to give way a day is, from 0; -1 when it is none. Three of days 6 to 13. */
function turnOf(luck: Luck, seat: number, day: number): number {
  const days = luck.some([6, 7, 8, 9, 10, 11, 12, 13], 3, seat, 64);
  return [...days].sort((a, b) => a - b).indexOf(day);
}
