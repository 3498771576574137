import { fitPermille } from "@echelon/kernel/matching/priority.ts";
import type { PlaceDraft } from "@echelon/contract/placement/rounds.ts";
import { masteryCut, type MasteryOf } from "../assessment/index.ts";

type Asked = PlaceDraft["asked"];

/** Fit of somebody for a post, thousandths. A competency that the framework lost asks nothing. */
export function fitOf(masteries: MasteryOf, person: string, asked: Asked): number {
  return fitPermille(
    asked.flatMap(({ competency, weight }) => {
      const cut = masteryCut(competency);
      return cut === undefined ? [] : [{ weight, cut, mastery: masteries(person, competency) }];
    }),
  );
}

/** What is asked and not yet filled: what would raise the fit most comes first. */
export function missingOf(masteries: MasteryOf, person: string, asked: Asked): Asked {
  const gap = ({ competency, weight }: Asked[number]) => {
    const cut = masteryCut(competency);
    return cut === undefined ? 0 : weight * Math.max(0, 1 - masteries(person, competency) / cut);
  };
  return asked.filter((one) => gap(one) > 0).toSorted((a, b) => gap(b) - gap(a));
}
