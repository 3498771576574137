/**
 * People with followers in a market: whom they reach, what their followers care for, what they ask.
 * The price follows the reach but for a spread, so comparing pays. Drawn from the season's key.
 */
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import type { World } from "../world/world.ts";
import { usualVisits } from "./reach.ts";

export type Influencer = {
  /** Number within the market. */
  readonly number: number;
  /** Views of one mention. */
  readonly reach: number;
  /** The category that the followers care for. */
  readonly category: number;
  /** Cents of a US dollar. */
  readonly priceCents: number;
};

const at = address(purpose.influencer);

/** Everybody who can be booked in a market, in order of number. */
export function influencersOf(world: World, key: Key, market: number): readonly Influencer[] {
  const { parameters: p, sizes } = world;
  const count = Math.floor(p["influencer.perMarket"]);
  const visits = usualVisits(world, market);
  const [least, most] = [p["influencer.reachLeast"], p["influencer.reachMost"]];
  return Array.from({ length: count }, (_, number) => {
    // Small audiences are common and large ones rare: the logarithm is spread evenly.
    const share = least * exp(uniform(market, number, 0, at, key) * log(most / least));
    const reach = Math.floor(share * visits + 0.5);
    const spread = exp(p["influencer.priceSd"] * normal(market, number, 0, at + 1, key));
    const price = (reach / 1000) * p["influencer.perMilleUsd"] * spread;
    return {
      number,
      reach,
      category: Math.floor(uniform(market, number, 0, at + 2, key) * sizes.categories),
      priceCents: Math.max(100, Math.floor(price + 0.5) * 100),
    };
  });
}
