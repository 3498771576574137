/**
 * Checks before the close: what a decision would be answered, given those already accepted today.
 */
import { copyShifts, noShifts } from "../company/shifts.ts";
import { applyDecision, applyIntervention } from "./apply-decision.ts";
import type { Intervention, LogEntry, Ruling, StoreDecision } from "./decision.ts";
import { contextOf, type DecisionContext } from "./decision-context.ts";
import { inOrder, isStewards } from "./log-order.ts";
import { previewState } from "../state/preview-state.ts";
import { ruleOn, ruleOnIntervention, type InterventionRuling } from "./ruling.ts";
import type { Season } from "../state/season.ts";

/** Contexts of previews: nobody but `addToPreview` changes one, so its context stays true. */
const contexts = new WeakMap<Season, DecisionContext>();

/** The context that a preview keeps; of any other season a new one. */
export const contextFor = (season: Season) => contexts.get(season) ?? contextOf(season);

/** What the close would say of the decision of a store. Changes nothing. */
export function checkDecision(season: Season, store: number, decision: StoreDecision): Ruling {
  return ruleOn(contextFor(season), store, decision);
}

/** What the close would say of the steward's intervention. Changes nothing. */
export function checkIntervention(season: Season, decision: Intervention): InterventionRuling {
  return ruleOnIntervention(contextFor(season), decision);
}

/**
 * A copy of the season with entries of its next day carried out: further decisions of the day are
 * checked on it. Stores do not touch one another within a day, so one preview may serve them all.
 * It is no state to close a day from.
 */
export function previewDay(season: Season, entries: readonly LogEntry[]): Season {
  const shifts = season.shifts ?? noShifts(season.state.sizes.stores);
  const seen = season.seen ?? season.state;
  const state = previewState(season.state);
  const preview: Season = { ...season, state, shifts: copyShifts(shifts), seen };
  contexts.set(preview, contextOf(preview));
  for (const entry of inOrder(entries)) addToPreview(preview, entry);
  return preview;
}

/** Carries out one more entry of the day on a preview, in place, and says how it was ruled. */
export function addToPreview(preview: Season, entry: LogEntry): Ruling | InterventionRuling {
  const context = contextFor(preview);
  return isStewards(entry)
    ? applyIntervention(context, entry.decision)
    : applyDecision(context, entry.store, entry.number, entry.decision);
}
