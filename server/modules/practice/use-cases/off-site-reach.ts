import type { Reach } from "@echelon/contract/practice/decision.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import { contextOf } from "@echelon/kernel/market/decisions/decision-context.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import { channelOf } from "@echelon/kernel/market/decisions/check-off-site.ts";
import { sourceOf } from "@echelon/kernel/market/offsite/channel.ts";
import { influencersOf } from "@echelon/kernel/market/offsite/influencers.ts";
import { lettersBefore, responseOf } from "@echelon/kernel/market/offsite/letters.ts";
import { mediaSlot } from "@echelon/kernel/market/offsite/media-slots.ts";
import { centsSpent, landingShare } from "@echelon/kernel/market/offsite/shown-today.ts";
import { reachOf } from "@echelon/kernel/market/offsite/reach.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import { currencyNumber, marketNumber } from "@echelon/kernel/market/world/lookups.ts";

/** Ordinary luck of a count: nineteen times of twenty it lies within two of its roots. */
const roots = 2;

/**
 * What a day of an accepted promotion is expected to bring: views, and visits to the store's page
 * within the range of luck. Null for decisions that show nothing to anybody.
 */
export function reachOfWish(trial: Season, store: number, decision: StoreDecision): Reach | null {
  const { world, state } = trial;
  const { parameters: p } = world;
  switch (decision.kind) {
    case "publish-post":
    case "hold-livestream":
    case "buy-display": {
      if (decision.spendMinor === 0) return null;
      const { book } = contextOf(trial);
      const market = marketNumber(world, decision.market);
      const usd = currencyNumber(world, "USD");
      const cents = exchanged(book, decision.spendMinor, world.base, usd);
      const channel = channelOf(decision.kind);
      // What the store spends there today is one campaign: a second post reaches whom is left.
      const before = centsSpent(state, store, market, sourceOf(channel));
      const reached = reachOf(world, channel, market, before / 100);
      const views = reachOf(world, channel, market, (before + cents) / 100) - reached;
      const least = p["creative.least"];
      const text = least + ((1 - least) * decision.fitMilli) / 1000;
      const kept = landingShare(world, state, store * state.sizes.markets + market);
      return rangeOf(views, views * p[`${channel}.clickRate`] * text * kept);
    }
    case "book-influencer": {
      const market = marketNumber(world, decision.market);
      const one = influencersOf(world, trial.seed, market)[decision.influencer];
      if (one === undefined) return null;
      const kept = landingShare(world, state, store * state.sizes.markets + market);
      const theirs = shareOnSale(trial, store, market, one.category);
      const fit = theirs + (1 - theirs) * p["influencer.fitOther"];
      return rangeOf(one.reach, one.reach * p["influencer.clickRate"] * fit * kept);
    }
    case "send-mail": {
      const market = marketNumber(world, decision.market);
      const place = store * state.sizes.markets + market;
      const readers = state.mailList[place]!;
      const earlier = lettersBefore(contextOf(trial), store, market);
      const { fitMilli, second = { fitMilli } } = decision;
      const of = (fit: number) => responseOf(p, fit, earlier);
      const response = (of(fitMilli) + of(second.fitMilli)) / 2;
      return rangeOf(readers, readers * response * landingShare(world, state, place));
    }
    case "buy-media": {
      if (decision.bidMinor === 0) return null;
      const market = marketNumber(world, decision.market);
      const views = mediaSlot(world, trial.seed, market, decision.slot)?.views ?? 0;
      const kept = landingShare(world, state, store * state.sizes.markets + market);
      return rangeOf(views, views * p["media.clickRate"] * kept);
    }
    default:
      return null;
  }
}

/** Part of the traffic of what the store sells in a market that is of a category. */
function shareOnSale(
  { world, state }: Season,
  store: number,
  market: number,
  category: number,
): number {
  const { markets, categories, queries } = world.sizes;
  const sold = new Set<number>();
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    if (state.storeOf[row] !== store || state.isDropped[row] === 1) continue;
    if (state.listing[row * markets + market] === 1) sold.add(state.categoryOf[row]!);
  }
  const traffic = (of: number) => {
    const first = (market * categories + of) * queries;
    return world.visits.subarray(first, first + queries).reduce((sum, one) => sum + one, 0);
  };
  const all = [...sold].reduce((sum, one) => sum + traffic(one), 0);
  return sold.has(category) && all > 0 ? traffic(category) / all : 0;
}

function rangeOf(views: number, visits: number): Reach {
  const spread = roots * Math.sqrt(visits);
  return {
    views: Math.round(views),
    visitsLeast: Math.max(0, Math.floor(visits - spread)),
    visitsMost: Math.ceil(visits + spread),
  };
}
