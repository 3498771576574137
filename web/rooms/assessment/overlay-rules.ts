import type { Answer } from "../../api/client.ts";
import type { Framework } from "./framework-map.ts";

export type Overlays = Answer<"GET /assessment/overlays">;
export type OverlayView = Overlays["overlays"][number];
export type Draft = OverlayView["draft"];
export type Added = Draft["competencies"][number];

export const emptyDraft: Draft = {
  title: { zh: "", en: "" },
  competencies: [],
  cores: [],
  thresholds: [],
  counts: [],
  weights: [],
};

/** What an overlay asks of one competency of the core; null where it leaves it as it is. */
export interface RaisedRow {
  readonly competency: string;
  readonly threshold: number | null;
  readonly minCount: number | null;
  readonly weight: number | null;
}

/** The three lists of a draft as one row a competency, in the order in which they name them. */
export function rowsOf({ thresholds, counts, weights }: Draft): RaisedRow[] {
  const ids = new Set([...thresholds, ...counts, ...weights].map(({ competency }) => competency));
  return [...ids].map((competency) => ({
    competency,
    threshold: thresholds.find((one) => one.competency === competency)?.threshold ?? null,
    minCount: counts.find((one) => one.competency === competency)?.minCount ?? null,
    weight: weights.find((one) => one.competency === competency)?.weight ?? null,
  }));
}

/** The lists again; a row that asks for nothing is in none of them. */
export function listsOf(
  rows: readonly RaisedRow[],
): Pick<Draft, "thresholds" | "counts" | "weights"> {
  return {
    thresholds: rows.flatMap(({ competency, threshold }) =>
      threshold === null ? [] : [{ competency, threshold }],
    ),
    counts: rows.flatMap(({ competency, minCount }) =>
      minCount === null ? [] : [{ competency, minCount }],
    ),
    weights: rows.flatMap(({ competency, weight }) =>
      weight === null ? [] : [{ competency, weight }],
    ),
  };
}

/** Each measure that rules look at, once, as a competency that is added may use it. */
export function measuresOf({ competencies }: Framework) {
  const rules = competencies.map(({ rule }) => rule);
  return [...new Map(rules.map((rule) => [`${rule.event} ${rule.measure}`, rule])).values()];
}

/** The core's own competencies: what an overlay adds has the overlay's name before its id. */
export const ofCore = (framework: Framework) =>
  framework.competencies.filter(({ id }) => !id.includes(":"));
