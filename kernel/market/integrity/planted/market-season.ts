/** A small season of honest and colluding stores, played to its end. */
import { exampleWorld } from "../../examples/example-world.ts";
import { closeDay } from "../../day.ts";
import type { LogEntry } from "../../decisions/decision.ts";
import { openSeason } from "../../open-season.ts";
import { firstSeat, type Season } from "../../state/season.ts";
import { newWorkspace, type Workspace } from "../../state/workspace.ts";
import { newWhyBench, type WhyBench } from "../../why/expected-day.ts";
import { alignedStyles, collusiveDay, plantCollusion, type Collusion } from "./colluding-stores.ts";
import { honestDay, styleOf } from "./honest-store.ts";
import { luckOf } from "./luck.ts";

export const seatCount = 8;
export const dayCount = 15;
/** As many as leave no category to two stores, for bots go where the visits are. */
const botCount = 8;
const goods = { categories: 6, productsPerCategory: 4 } as const;

export type MarketSeason = {
  readonly openingCashMinor: number;
  readonly people: readonly number[];
  readonly planted: readonly { readonly isRing: boolean; readonly stores: readonly number[] }[];
};

/** What is done with each day before it is closed. */
export type Watch = (
  season: Season,
  bench: WhyBench,
  work: Workspace,
  entries: readonly LogEntry[],
  people: readonly number[],
) => void;

const memory = (bytes: number) => new ArrayBuffer(bytes);

export function playMarketSeason(seed: number, isHonest: boolean, watch: Watch): MarketSeason {
  const luck = luckOf(seed);
  const world = exampleWorld({
    markets: 2,
    ...goods,
    stores: seatCount + botCount,
    bots: botCount,
    offersPerStore: 6,
    visitsPerDay: 12_000,
    burnInDays: 5,
  });
  const season = openSeason(world, { k0: seed, k1: 42 }, memory);
  const work = newWorkspace(world.sizes, memory);
  const bench = newWhyBench(world, season.seed);
  const seats = Array.from({ length: seatCount }, (_, seat) => seat);
  const collusions: readonly Collusion[] = isHonest ? [] : plantCollusion(luck, seatCount);
  const styles = alignedStyles(
    seats.map((seat) => styleOf(luck, seat, world.source.products.length)),
    collusions,
    { categories: goods.categories, productsEach: goods.productsPerCategory },
    luck,
  );
  const first = firstSeat(world);
  const people = seats.map((seat) => first + seat);
  const numbers = new Map<number, number>();
  let { state } = season;
  for (let day = 1; day <= dayCount; day++) {
    const now = { ...season, state };
    const entries: LogEntry[] = [];
    if (day === 1) {
      for (const seat of seats) {
        const decision = { kind: "enter-store", store: first + seat, name: `S${seat}` } as const;
        entries.push({ store: -1, number: seat, day, decision });
      }
    }
    for (const style of styles) {
      const { seat } = style;
      const mine = collusions.find((one) => one.seats.includes(seat));
      const given = mine === undefined ? [] : collusiveDay(now, mine, seat, day, luck);
      for (const decision of [...honestDay(now, style, day, luck), ...given]) {
        const number = numbers.get(seat) ?? 0;
        numbers.set(seat, number + 1);
        entries.push({ store: first + seat, number, day, decision });
      }
    }
    watch(now, bench, work, entries, people);
    state = closeDay(now, entries, work).state;
  }
  return {
    openingCashMinor: world.source.scenario.openingCashMinor,
    people,
    planted: collusions.map(({ isRing, seats: of }) => ({
      isRing,
      stores: of.map((seat) => first + seat),
    })),
  };
}
