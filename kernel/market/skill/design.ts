/**
 * The design under which scores are measured (market.md 14): the same map of skill on every seed,
 * endowments stratified, categories and tastes dealt anew every season, the same shocks for all.
 */
import type { Seed } from "../state/season.ts";
import { withTastes } from "../world/deal-makers.ts";
import type { WorldSource } from "../world/scenario.ts";

/** Levels of skill, 0 to 4 in quarters. */
export const skillLevels = [0, 1, 2, 3, 4] as const;

/**
 * Visits a day for each store of the market, those of the yardstick of market.md 14. Where there
 * are many more than the stores' capital can serve, all that counts is to ask a high price.
 */
const visitsAStore = 770;

export type DesignSize = {
  /** Stores that open on day 1 and are measured, a fifth of each level. */
  readonly stores: number;
  /** Stores of all levels that were there before and made the market. */
  readonly incumbents: number;
  readonly days: number;
  /** Free seats for stores that follow a recipe. */
  readonly seats: number;
};

/** Gives every measured season its own tastes; its own luck comes from its own key. */
export function designSource(plain: WorldSource, size: DesignSize, seed: number): WorldSource {
  return withTastes(sourceOf(plain, size), { k0: seed >>> 0, k1: 0x7a57e });
}

function sourceOf(plain: WorldSource, size: DesignSize): WorldSource {
  const { scenario } = plain;
  const stores = size.stores + size.incumbents;
  return {
    ...plain,
    scenario: {
      ...scenario,
      days: size.days,
      visitsPerDay: visitsAStore * stores,
      shocks: scenario.shocks.filter((shock) => shock.from <= size.days),
      bots: {
        stores,
        levelsBp: [2000, 2000, 2000, 2000, 2000],
        entrantsBp: Math.floor((10_000 * size.stores) / stores + 0.5),
      },
      storesMax: stores + size.seats,
    },
  };
}

/** The key of a measured season. */
export const designSeed = (seed: number): Seed => ({ k0: seed | 0, k1: 0x5ea5 });
