import type { Saying } from "./saying.ts";
import type { Projection } from "./use-store.ts";

type Accepted = Extract<Projection, { kind: "accepted" }>;

export type ProjectionSum = {
  /** Cash that moves at once, minor units of the books; negative is paid. */
  readonly cashMinor: number;
  readonly warnings: readonly Saying[];
  readonly refusals: readonly Saying[];
  /** What a unit would earn after all of the wishes. */
  readonly economics: Accepted["economics"];
  readonly scores: Accepted["scores"];
};

/** Several wishes' projections as one answer: each is asked after those before it. */
export function sumProjections(projections: readonly Projection[]): ProjectionSum {
  const accepted = projections.filter((one): one is Accepted => one.kind === "accepted");
  return {
    cashMinor: accepted.reduce((sum, one) => sum + one.cashMinor, 0),
    warnings: accepted.flatMap((one) => one.warnings),
    refusals: projections.flatMap((one) => (one.kind === "refused" ? [one.refusal] : [])),
    economics: accepted.findLast((one) => one.economics !== null)?.economics ?? null,
    scores: accepted.findLast((one) => one.scores !== null)?.scores ?? null,
  };
}
