/**
 * What stores have running off the market today (market.md E19): how many see it, how many of them
 * click, and how well the text and the page fit. What a store spends in one channel, market and day
 * is one campaign, however many decisions it took: ten small posts reach no more than a large one.
 */
import type { Key } from "../../random/philox.ts";
import type { Engine } from "../state/engine.ts";
import type { State } from "../state/state.ts";
import type { World } from "../world/world.ts";
import { isSpent, salesSources, sourceOf, type ShownChannel } from "./channel.ts";
import { influencersOf } from "./influencers.ts";
import { responseOf } from "./letters.ts";
import { mediaSlot } from "./media-slots.ts";
import { reachOf } from "./reach.ts";

/** One channel of a store in a market on a day. */
export type Promotion = {
  readonly store: number;
  readonly market: number;
  readonly source: number;
  views: number;
  readonly clickRate: number;
  /** Of the texts, thousandths, by what was spent on each. */
  fitMilli: number;
  /** The category that the audience cares for; -1 for people of all kinds. */
  readonly category: number;
};

/**
 * Promotions of a day, in the order in which they were decided.
 *
 * @param only  the one store that is asked about; all of them when negative
 */
export function promotionsOf({ world, state, key, work }: Engine, only = -1): Promotion[] {
  const { columns, rows } = state.tables.outreach;
  const today = work.day[0]!;
  const found: Promotion[] = [];
  const spent = new Map<string, { readonly into: Promotion; cents: number; fit: number }>();
  for (let row = 0; row < rows; row++) {
    const store = columns.store[row]!;
    if (only >= 0 && store !== only) continue;
    if (columns.from[row]! > today || columns.until[row]! < today) continue;
    const source = columns.channel[row]!;
    const market = columns.market[row]!;
    const fitMilli = columns.fitMilli[row]!;
    const cents = columns.usdCents[row]!;
    const name = salesSources[source]!;
    const subject = columns.subject[row]!;
    if (name === "influencer") {
      found.push(mention(world, key, { store, market, number: subject }));
      continue;
    }
    if (name === "mail") {
      const clickRate = responseOf(world.parameters, fitMilli, columns.earlier[row]!);
      found.push({
        store,
        market,
        source,
        views: subject,
        clickRate,
        fitMilli: 1000,
        category: -1,
      });
      continue;
    }
    if (name === "media") {
      const views = mediaSlot(world, key, market, subject)?.views ?? 0;
      found.push({ ...promotion(world, store, market, name, views, -1), fitMilli: 1000 });
      continue;
    }
    const known = spent.get(`${store}/${market}/${source}`);
    if (known !== undefined) {
      known.cents += cents;
      known.fit += cents * fitMilli;
      continue;
    }
    if (!isSpent(name)) continue;
    const into = promotion(world, store, market, name, 0, -1);
    spent.set(`${store}/${market}/${source}`, { into, cents, fit: cents * fitMilli });
    found.push(into);
  }
  for (const { into, cents, fit } of spent.values()) {
    const name = salesSources[into.source]!;
    if (!isSpent(name)) continue;
    into.views = reachOf(world, name, into.market, cents / 100);
    into.fitMilli = cents > 0 ? fit / cents : 0;
  }
  return found;
}

/** Cents of a dollar that a store has in a channel, market and day already. */
export function centsSpent(
  { tables: { outreach }, day }: State,
  store: number,
  market: number,
  source: number,
): number {
  const { columns, rows } = outreach;
  const today = day[0]!;
  let cents = 0;
  for (let row = 0; row < rows; row++) {
    const isThere = columns.store[row] === store && columns.market[row] === market;
    const isToday = columns.from[row]! <= today && columns.until[row]! >= today;
    if (isThere && isToday && columns.channel[row] === source) cents += columns.usdCents[row]!;
  }
  return cents;
}

function promotion(
  { parameters: p }: World,
  store: number,
  market: number,
  name: ShownChannel,
  views: number,
  category: number,
): Promotion {
  const clickRate = p[`${name}.clickRate`];
  return { store, market, source: sourceOf(name), views, clickRate, fitMilli: 0, category };
}

type Mention = {
  readonly store: number;
  readonly market: number;
  readonly number: number;
};

/** An influencer speaks once, in words of his own: followers decide by what they care for. */
function mention(world: World, key: Key, { store, market, number }: Mention): Promotion {
  const one = influencersOf(world, key, market)[number];
  const views = one?.reach ?? 0;
  const made = promotion(world, store, market, "influencer", views, one?.category ?? -1);
  return { ...made, fitMilli: 1000 };
}

/** Share of the clicks of a perfect promotion, for goods of a category. */
export function creativeShare({ parameters: p }: World, one: Promotion, category: number): number {
  const least = p["creative.least"];
  const text = least + ((1 - least) * one.fitMilli) / 1000;
  const isTheirs = one.category < 0 || one.category === category;
  return text * (isTheirs ? 1 : p["influencer.fitOther"]);
}

/**
 * Share of those who come that a store's page keeps: what relevance is to a search is to a visit
 * from outside how the page answers it.
 *
 * @param place  store · markets + market
 */
export function landingShare({ parameters: p }: World, state: State, place: number): number {
  const written = state.landingMilli[place]!;
  const score = written > 0 ? written / 1000 : p["landing.bare"];
  const floor = p["landing.floor"];
  return (floor + score) / (floor + 1);
}
