/** Measures that the decisions alone answer: what a store has set up and found out. */
import { kindAsked } from "../decisions/check-promotion.ts";
import { byDecision, counted, nothing, type Seen, type SeenRow, type Asked } from "./seen.ts";
import { decided, type Subject } from "./subject.ts";
import type { DecidedEntry } from "./evidence.ts";

/** The last row of each key stands for it. */
function lastOf<Entry extends Pick<DecidedEntry, "day" | "number">>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  rowOf: (entry: Entry) => SeenRow | null,
): Seen {
  const rows = new Map(entries.map((entry) => [keyOf(entry), rowOf(entry)]));
  return counted([...rows.values()].filter((row) => row !== null));
}

/** Standing answers that are given, of three: to disputes, to returns, to `least` questions. */
export function standingAnswers(subject: Subject, { least }: Asked): Seen {
  const last = decided(subject, "set-answer-policy").at(-1);
  if (last === undefined) return nothing;
  const { disputes, returns, handAnswers } = last.decision;
  const given = [disputes !== "ask", returns !== "ask", handAnswers >= Math.max(1, least)];
  const count = given.filter((isGiven) => isGiven).length;
  return { figure: count, rows: [byDecision(last, count)] };
}

/** Markets whose terms after the sale give buyers `level` days at least to send back. */
export const termsMarkets = (subject: Subject, { level }: Asked): Seen =>
  lastOf(
    decided(subject, "set-after-sales"),
    ({ decision }) => decision.market,
    (entry) => {
      const { market, returnDays } = entry.decision;
      return returnDays >= level ? byDecision(entry, returnDays, null, market) : null;
    },
  );

/** Different reports that were bought. */
export const reportsBought = (subject: Subject): Seen =>
  lastOf(
    decided(subject, "buy-report"),
    ({ decision: { report, market, category } }) => `${report}/${market}/${category}`,
    (entry) => byDecision(entry, 1, null, entry.decision.market),
  );

/** Products whose stock is bought again by a rule. */
export const reorderRules = (subject: Subject): Seen =>
  lastOf(
    decided(subject, "set-reorder-rule"),
    ({ decision }) => decision.sku,
    (entry) => {
      const { sku, upToUnits } = entry.decision;
      return upToUnits > 0 ? byDecision(entry, upToUnits, sku) : null;
    },
  );

/** Markets to whose warehouse `level` units at least were moved in one go. */
export const stockedMarkets = (subject: Subject, { level }: Asked): Seen =>
  lastOf(
    decided(subject, "move-stock").filter(({ decision }) => decision.units >= level),
    ({ decision }) => decision.market,
    (entry) => byDecision(entry, entry.decision.units, entry.decision.sku, entry.decision.market),
  );

/** Whether a promotion was ended on its first day or sooner: it is over before that day begins. */
function isCalledOff(subject: Subject, run: ReturnType<typeof promotionsRun>[number]): boolean {
  const { sku, market, from, others = [] } = run.decision;
  return decided(subject, "end-promotion").some(
    ({ number, day, decision }) =>
      number > run.number &&
      day <= from &&
      decision.market === market &&
      decision.promotion === kindAsked(run.decision) &&
      [sku, ...others].includes(decision.sku),
  );
}

const promotionsRun = (subject: Subject) => decided(subject, "run-promotion");

/** Listings that had a promotion with `level` basis points off at least. */
export const promotions = (subject: Subject, { level }: Asked): Seen =>
  lastOf(
    promotionsRun(subject).filter(
      (run) =>
        run.decision.depthBp > 0 && run.decision.depthBp >= level && !isCalledOff(subject, run),
    ),
    ({ decision }) => `${decision.sku}/${decision.market}`,
    (entry) => byDecision(entry, entry.decision.depthBp, entry.decision.sku, entry.decision.market),
  );
