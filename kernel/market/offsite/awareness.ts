/**
 * How well a store is known in a market (market.md E19): B ← B 2^(-1/half-life) + (1 - B)(1 -
 * e^(-reach / R)), reach the day's views off the market and some for each parcel that arrived.
 */
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { World } from "../world/world.ts";
import { sourceCount, sourceOf } from "./channel.ts";
import { usualVisits } from "./reach.ts";

const ln2 = log(2);
const mail = sourceOf("mail");

/** Awareness after a day that reached so many. */
export function nextAwareness(
  { parameters: p }: World,
  before: number,
  reach: number,
  visits: number,
): number {
  const scale = p["brand.reachDays"] * visits;
  const gained = reach > 0 && scale > 0 ? 1 - exp(0 - reach / scale) : 0;
  const kept = before * exp(0 - ln2 / p["brand.halfLifeDays"]);
  // What is forgotten makes no room on the day itself: the sum stays below 1.
  return Math.min(1, kept + (1 - before) * gained);
}

/**
 * Carries the day into every store's awareness.
 *
 * @param views      of the day by (store · markets + market) · sources + source
 * @param delivered  units by store · markets + market
 */
export function rememberReach(
  { state, world }: DecisionContext,
  views: Float64Array,
  delivered: Int32Array,
): void {
  const { stores, markets } = state.sizes;
  const perUnit = world.parameters["brand.perDelivered"];
  const visits = Array.from({ length: markets }, (_, market) => usualVisits(world, market));
  for (let place = 0; place < stores * markets; place++) {
    let reach = perUnit * delivered[place]!;
    for (let at = place * sourceCount; at < (place + 1) * sourceCount; at++) {
      // Who reads a store's letters has bought there: nobody new is reached.
      if (at % sourceCount !== mail) reach += views[at]!;
    }
    const before = state.awareness[place]!;
    if (before === 0 && reach === 0) continue;
    state.awareness[place] = nextAwareness(world, before, reach, visits[place % markets]!);
  }
}

const joinAt = address(purpose.mailJoin);

/**
 * Puts buyers whose parcels came today on the lists of who may be written to: those who ask for it.
 * Gives how many came on each list, by store · markets + market.
 */
export function growMailLists(
  { state, world, key, engineDay }: DecisionContext,
  delivered: Int32Array,
): Int32Array {
  const { markets } = state.sizes;
  const share = world.parameters["mail.join"];
  const joined = new Int32Array(delivered.length);
  for (let place = 0; place < delivered.length; place++) {
    if (delivered[place] === 0) continue;
    const [store, market] = [Math.floor(place / markets), place % markets];
    const came = binomial(delivered[place]!, share, store, market, 4 * engineDay, joinAt, key);
    joined[place] = came;
    state.mailList[place]! += came;
  }
  return joined;
}
