/** What a store says for the record: it stands in the log and changes nothing in the market. */
import type { StrategyTarget } from "../company/strategy.ts";

export type StatementDecision = {
  readonly kind: "state-strategy";
  readonly strategy: string;
  /** One for each third of the season. */
  readonly targets: readonly StrategyTarget[];
  /** Said after the phase of stating: it is kept beside what was stated, never in its place. */
  readonly isAmendment: boolean;
};
