/** Made-up markets, small ones for trial by hand and large ones for time. */

import { permutation } from "../../random/permutation.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform, uniformBelow } from "../../random/uniform.ts";
import type { Market } from "../market.ts";

export interface MadeMarket {
  readonly students: number;
  readonly places: number;
  /** Choices of each student. */
  readonly choices: number;
  /** Seats for each student: below 1 some stay without. */
  readonly seats: number;
  readonly seed: number;
}

const cities = 11;

/**
 * A market as one expects it: some places are popular, people like their own city, and a place's
 * priority follows skill and luck, with ties.
 */
export function madeMarket({ students, places, choices: list, seats, seed }: MadeMarket): Market {
  const key = { k0: seed, k1: 0x91ace };
  const chance = (entity: number, of: number, at: number) =>
    uniform(entity, of, 0, address(purpose.madeMarket, at), key);
  const popular = Float64Array.from({ length: places }, (_, p) => chance(p, 0, 0));
  const cityOf = Int32Array.from({ length: places }, (_, p) =>
    Math.floor(cities * chance(p, 0, 1)),
  );
  const spread = 2 * ((students * seats) / places - 1);
  const capacities = Int32Array.from(
    { length: places },
    (_, p) => 1 + Math.max(0, Math.floor(spread * chance(p, 0, 2))),
  );
  const starts = Int32Array.from({ length: students + 1 }, (_, s) => s * list);
  const choices = new Int32Array(students * list);
  const scores = new Int32Array(students * list);
  const seen = new Int32Array(places).fill(-1);
  for (let s = 0; s < students; s++) {
    const city = Math.floor(cities * chance(s, 1, 0));
    const skill = chance(s, 1, 1);
    const wanted: { place: number; liking: number }[] = [];
    for (let draw = 2; wanted.length < list; draw += 3) {
      const [a, b] = [chance(s, 1, draw), chance(s, 1, draw + 1)].map((u) =>
        Math.floor(u * places),
      );
      const place = popular[a!]! > popular[b!]! ? a! : b!;
      if (seen[place] === s) continue;
      seen[place] = s;
      const near = cityOf[place] === city ? 0.5 : 0;
      wanted.push({ place, liking: popular[place]! + near + 0.8 * chance(s, 1, draw + 2) });
    }
    wanted.sort((a, b) => b.liking - a.liking);
    for (const [at, { place }] of wanted.entries()) {
      choices[s * list + at] = place;
      const score = 1000 * (0.6 * skill + 0.4 * chance(s, 2, at));
      scores[s * list + at] = Math.floor(score + 0.5);
    }
  }
  const lottery = shuffled(students, key);
  return { students, places, starts, choices, scores, capacities, lottery };
}

/** An order of any number of students: sorted by a number each, then by their own. */
function shuffled(students: number, key: Key): Int32Array {
  const numbers = Float64Array.from({ length: students }, (_, s) =>
    uniform(s, 3, 0, address(purpose.madeMarket), key),
  );
  const order = Int32Array.from({ length: students }, (_, s) => s).sort(
    (a, b) => numbers[a]! - numbers[b]! || a - b,
  );
  const lottery = new Int32Array(students);
  for (const [place, s] of order.entries()) lottery[s] = place;
  return lottery;
}

/**
 * A small market with ties, short lists, people nobody wants and places without seats; each second
 * one is tight, with one seat a place and full lists, where several stable matchings are common.
 */
export function smallMarket(seed: number, studentsMost = 6, placesMost = 4): Market {
  const key = { k0: seed, k1: 0x5a11 };
  let draws = 0;
  const below = (bound: number) =>
    uniformBelow(bound, draws++, 0, 0, address(purpose.madeMarket), key);
  const order = (count: number) =>
    permutation(count, draws++, 1, 0, address(purpose.madeMarket), key);
  const isTight = below(2) === 0;
  const students = 1 + below(studentsMost);
  const places = 1 + below(placesMost);
  const lists = Array.from({ length: students }, () => [
    ...order(places).subarray(0, isTight ? places : below(places + 1)),
  ]);
  const starts = new Int32Array(students + 1);
  for (const [s, list] of lists.entries()) starts[s + 1] = starts[s]! + list.length;
  const choices = Int32Array.from(lists.flat());
  const grades = isTight ? 1_000 : 1 + below(5);
  return {
    students,
    places,
    starts,
    choices,
    scores: Int32Array.from(choices, () => (below(isTight ? 30 : 8) === 0 ? -1 : below(grades))),
    capacities: Int32Array.from({ length: places }, () => (isTight ? 1 : below(4))),
    lottery: order(students),
  };
}
