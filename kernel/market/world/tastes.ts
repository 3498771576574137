/**
 * What the shoppers of one season like, dealt anew for every season within stated bounds: a recipe
 * that won in one world is no recipe for the next (practice.md 16, row 11). The key is part of the
 * frozen source, so that replicas of a season, which change its luck, keep its tastes.
 */
import { clamp } from "../../number/clamp.ts";
import { exp } from "../../number/exp.ts";
import { normal } from "../../random/normal.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { Key } from "../../random/philox.ts";
import { shelfKey } from "../../random/mix.ts";
import { segmentNames } from "../parameters/parameter-lists.ts";
import { parameterRows, type ParameterName, type Parameters } from "../parameters/parameters.ts";
import type { WorldSource } from "./scenario.ts";

/** Numbers that move together, and the row that says how far. */
type Varied = { readonly spread: ParameterName; readonly names: readonly ParameterName[] };

const varied: readonly Varied[] = [
  { spread: "taste.priceSd", names: segmentNames.map((name) => `segment.price.${name}` as const) },
  { spread: "taste.contentSd", names: ["utility.content", "click.content"] },
  { spread: "taste.reviewsSd", names: ["utility.stars", "utility.reviews"] },
  {
    spread: "taste.deliverySd",
    names: segmentNames.map((name) => `segment.delivery.${name}` as const),
  },
  { spread: "taste.rankingSd", names: ["rank.velocity"] },
  { spread: "taste.rankingSd", names: ["rank.price"] },
  { spread: "taste.rankingSd", names: ["rank.content"] },
  { spread: "taste.rankingSd", names: ["rank.fresh"] },
  { spread: "taste.reserveSd", names: ["auction.reserveTicks"] },
];

/** Counted in whole ticks. */
const wholeNumbers: readonly ParameterName[] = ["auction.reserveTicks"];

/**
 * The key of a source's tastes. A source without one has those of its scenario's name: every season
 * made of it likes the same.
 */
export function tastesKey({ scenario, tastes }: WorldSource): Key {
  if (tastes !== undefined) return tastes;
  let word = scenario.version | 0;
  for (let i = 0; i < scenario.id.length; i++) {
    word = shelfKey(word, scenario.id.charCodeAt(i), { k0: i, k1: 0x5eed });
  }
  return { k0: word, k1: 0xec4e10 };
}

/** The parameters as this season's shoppers have them; unchanged where none were dealt. */
export function tastedParameters(source: WorldSource, plain: Parameters): Parameters {
  const { tastes } = source;
  if (tastes === undefined) return plain;
  const own = { ...plain };
  varied.forEach(({ spread, names }, row) => {
    const factor = exp(plain[spread] * drawn(plain, row, purpose.taste, tastes));
    for (const name of names) own[name] = within(name, plain[name] * factor);
  });
  return own;
}

/**
 * Factors on the traffic of each category; all 1 where no tastes were dealt. Only their proportion
 * counts: a season's visits stay what the scenario says.
 */
export function categoryPull(source: WorldSource, parameters: Parameters): readonly number[] {
  const { categories, tastes } = source;
  return categories.map((_, category) =>
    tastes === undefined
      ? 1
      : exp(
          parameters["taste.trafficSd"] * drawn(parameters, category, purpose.categoryPull, tastes),
        ),
  );
}

/** A normal number, cut where the bounds of taste are. */
function drawn(parameters: Parameters, entity: number, of: number, key: Key): number {
  const furthest = parameters["taste.furthest"];
  return clamp(normal(entity, 0, 0, address(of), key), -furthest, furthest);
}

const boundsOf = new Map<string, { readonly lo: number; readonly hi: number }>(
  parameterRows.map(({ name, lo, hi }) => [name, { lo, hi }]),
);

function within(name: ParameterName, value: number): number {
  const { lo, hi } = boundsOf.get(name)!;
  const near = wholeNumbers.includes(name) ? Math.floor(value + 0.5) : value;
  return clamp(near, lo, hi);
}
