/** Made-up people, criteria and raters of known severity, with the marks they would give. */

import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform, uniformBelow } from "../../random/uniform.ts";
import type { Facets, Mark } from "../rating/fit-raters.ts";
import { chances, fillChances, markMax, powersOf } from "../rating/rating-scale.ts";

/** What a made-up jury is like. */
export interface RaterWorld {
  readonly seed: number;
  readonly persons: number;
  readonly criteria: number;
  /** An even number: the first half are teachers, the others mentors. */
  readonly raters: number;
  /** Standard deviation of severities, logits. */
  readonly severitySpread: number;
}

export interface MadeMarks {
  readonly marks: readonly Mark[];
  readonly facets: Facets;
  readonly abilities: Float64Array;
  readonly severities: Float64Array;
}

const meanAbility = 0.3;
const abilitySpread = 1.6;
const difficultySpread = 0.4;
/** Logits between marks; the fit begins elsewhere and has to find them. */
const steps = [-2.2, -0.7, 0.7, 2.2];

/** Every person is marked on every criterion by one teacher and one mentor. */
export function madeMarks(world: RaterWorld): MadeMarks {
  const { persons, criteria, raters } = world;
  const key: Key = { k0: world.seed, k1: purpose.madeMark };
  const spread = (rows: number, what: number, sd: number) =>
    Float64Array.from(
      { length: rows },
      (_, row) => sd * normal(row, what, 0, address(purpose.madeAbility), key),
    );
  const abilities = spread(persons, 0, abilitySpread).map((of) => of + meanAbility);
  const difficulties = spread(criteria, 1, difficultySpread);
  const severities = spread(raters, 2, world.severitySpread);
  const powers = powersOf(steps);
  const half = raters / 2;
  const marks: Mark[] = [];
  for (let person = 0; person < persons; person += 1) {
    const pick = (what: number) =>
      uniformBelow(half, person, what, 0, address(purpose.madeAbility), key);
    const pair = [pick(3), half + pick(4)];
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      pair.forEach((rater, place) => {
        const able = abilities[person]! - difficulties[criterion]! - severities[rater]!;
        fillChances(able, powers);
        const where = address(purpose.madeMark);
        const mark = markAt(uniform(person, 2 * criterion + place, 0, where, key));
        marks.push({ person, criterion, rater, mark });
      });
    }
  }
  return { marks, facets: { persons, criteria, raters }, abilities, severities };
}

/** The mark at a share of the chances filled last. */
function markAt(share: number): number {
  let left = share;
  for (let mark = 0; mark < markMax; mark += 1) {
    left -= chances[mark]!;
    if (left < 0) return mark;
  }
  return markMax;
}
