/**
 * Appeals against a decision: until when, and what those who decide one have found.
 *
 * What they find is never a verdict. They name evidence that must not count and raters who must not
 * have marked, and the decision is then taken anew by the same rules on what is left.
 */

import type { Day } from "../../calendar/day.ts";

/** Calendar days; the day from which they count is none of them. */
export const appealDays = {
  /** From a decision to an appeal against it, and from the answer to the second step. */
  toAppeal: 15,
  /** Until one person who took no part has decided. */
  toDecide: 10,
  /** Until a panel has. */
  panelToDecide: 20,
} as const;

/** Places of a panel: its other name is "two of three". */
export const panelSize = 3;

/** The last day of a time that begins with a day's notice. */
export const lastDayAfter = (notice: Day, days: number): Day => notice + days;

export type AppealOutcome = "upheld" | "dismissed";

/** What one person found. Who dismisses an appeal names nothing. */
export interface AppealFinding {
  readonly outcome: AppealOutcome;
  /** Pieces of evidence that must not count. */
  readonly voids: readonly string[];
  /** Raters whose marks must not count. */
  readonly barred: readonly string[];
}

/**
 * What several found together: each point counts that more than half of all name, in the order in
 * which it is first named.
 */
export function findTogether(findings: readonly AppealFinding[]): AppealFinding {
  const upholding = findings.filter(({ outcome }) => outcome === "upheld");
  const isMost = (count: number) => count * 2 > findings.length;
  if (!isMost(upholding.length)) return { outcome: "dismissed", voids: [], barred: [] };
  const most = (of: (finding: AppealFinding) => readonly string[]): string[] => {
    const counts = new Map<string, number>();
    for (const finding of upholding)
      for (const id of new Set(of(finding))) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].flatMap(([id, count]) => (isMost(count) ? [id] : []));
  };
  return {
    outcome: "upheld",
    voids: most(({ voids }) => voids),
    barred: most(({ barred }) => barred),
  };
}

/** Pieces that no longer count: those that are named, and those of raters who are. */
export function voidedPieces<
  Piece extends { readonly id: string; readonly rater_id: string | null },
>(pieces: readonly Piece[], { voids, barred }: AppealFinding): Piece[] {
  const [named, raters] = [new Set(voids), new Set(barred)];
  return pieces.filter(
    ({ id, rater_id: rater }) => named.has(id) || (rater !== null && raters.has(rater)),
  );
}
