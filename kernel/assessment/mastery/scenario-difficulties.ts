/**
 * How hard each scenario turned out to be in each competency: a night's step of the joint fit.
 *
 * Only people who were seen in two scenarios can tell which of them is harder. So the fit runs in
 * each competency alone, and there in each part that people tie together: a scenario that stands by
 * itself could as well have had abler people, and keeps its difficulty.
 */

import { connectedParts } from "../rating/connected-parts.ts";
import { fitDifficulties } from "./difficulty-fit.ts";

/** A piece of evidence with the scenario in which it was shown. */
export interface ScenarioPiece {
  readonly person: string;
  readonly competency: string;
  readonly scenario: string;
  readonly outcomeMicro: number;
  readonly weight: number;
  readonly guess: number;
  readonly slip: number;
}

export interface ScenarioDifficulty {
  readonly scenario: string;
  readonly competency: string;
  /** Logits in whole thousandths; 0 is the reference. */
  readonly difficulty: number;
  readonly pieces: number;
}

/** The name of a competency in a scenario, which is what has a difficulty. */
export const itemOf = (scenario: string, competency: string): string => `${scenario} ${competency}`;

const thousandths = (logits: number): number => Math.floor(logits * 1000 + 0.5) / 1000;

/**
 * All difficulties after a night, by competency and scenario: those of pieces, and those known from
 * before. The order of pieces moves nothing but the last bit, so whoever asks gives them in one.
 *
 * @param known  as they are so far; what is in none of them is 0
 */
export function fitScenarios(
  pieces: readonly ScenarioPiece[],
  known: readonly ScenarioDifficulty[],
): readonly ScenarioDifficulty[] {
  const items = new Map<string, ScenarioDifficulty>(
    known.map((one) => [itemOf(one.scenario, one.competency), { ...one, pieces: 0 }]),
  );
  for (const of of Map.groupBy(pieces, ({ competency }) => competency).values()) {
    for (const one of fitCompetency(of, items))
      items.set(itemOf(one.scenario, one.competency), one);
  }
  return [...items].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Numbers things from 0 in the order in which they are first asked for. */
function numbering(): { readonly of: (name: string) => number; readonly names: string[] } {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const of = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  return { of, names };
}

function fitCompetency(
  pieces: readonly ScenarioPiece[],
  items: ReadonlyMap<string, ScenarioDifficulty>,
): readonly ScenarioDifficulty[] {
  const [people, scenarios] = [numbering(), numbering()];
  const numbered = pieces.map((piece) => ({
    ...piece,
    learner: people.of(piece.person),
    task: scenarios.of(piece.scenario),
  }));
  const { competency } = pieces[0]!;
  const parts = connectedParts(
    numbered.map(({ learner: person, task: rater }) => ({ person, rater })),
    { persons: people.names.length, raters: scenarios.names.length },
  );
  const counts = new Map<number, number>();
  for (const { task } of numbered) counts.set(task, (counts.get(task) ?? 0) + 1);
  const difficulties = Float64Array.from(
    scenarios.names,
    (scenario) => items.get(itemOf(scenario, competency))?.difficulty ?? 0,
  );
  for (const part of new Set(parts)) {
    const inPart = numbered.filter(({ task }) => parts[task] === part);
    const fitted = fitDifficulties(inPart, people.names.length, difficulties).difficulties;
    parts.forEach((of, task) => {
      if (of === part) difficulties[task] = fitted[task]!;
    });
  }
  return scenarios.names.map((scenario, task) => ({
    scenario,
    competency,
    difficulty: thousandths(difficulties[task]!),
    pieces: counts.get(task) ?? 0,
  }));
}
