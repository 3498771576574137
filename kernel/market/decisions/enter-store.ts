/** A store enters the season, on its first day or later. */
import { decisionLimits } from "./decision-limits.ts";
import type { State } from "../state/state.ts";

/** Reputation of a store nobody knows: reliable until it shows otherwise, in the middle tier. */
const startShare = 0.95;
const startTier = 1;

/**
 * Gives a store its seat. Its capital is posted by the caller.
 *
 * @param kind   1 a bot, 2 people
 * @param level  skill of a bot in quarters, -1 for people
 */
export function enterStore(state: State, store: number, kind: 1 | 2, level: number): void {
  state.storeKind[store] = kind;
  state.botLevel[store] = level;
  state.enteredOn[store] = state.day[0]!;
  state.lastDecisionOn[store] = -1;
  state.onTime[store] = startShare;
  state.fillRate[store] = 1;
  state.tracking[store] = 1;
  state.tier[store] = startTier;
  state.convertsAtOnce[store] = 1;
  state.handAnswers[store] = decisionLimits.handAnswersAtFirst;
}
