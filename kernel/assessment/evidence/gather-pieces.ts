/**
 * Pieces of evidence out of single events. One piece is a batch: the events of one person, rule and
 * context in order, closed when there are enough of them or when the context ends.
 */

import { batchWeight, repeatFactor, shareFactor } from "./evidence-weight.ts";
import { outcomeMicro, type OutcomeRule } from "./outcome.ts";

/** An event that a competency's rule looks at, of one person in one context. */
export interface Shown {
  /** Day of the calendar on which it was shown, a whole number. */
  readonly day: number;
  /** In the measure's unit. */
  readonly value: number;
  /** How many events of its kind it stands for, at least 1. */
  readonly count: number;
  /** The person's part of the team's work, 0 to 1, and the members; of own deeds 1 of 1. */
  readonly share: number;
  readonly members: number;
}

/** A competency's rule: when it is reached, and how many events make a piece. */
export interface EvidenceRule extends OutcomeRule {
  readonly minCount: number;
}

export interface GatheredPiece<Event extends Shown> {
  /** Place among the pieces of this rule and context, the first is 0. */
  readonly ordinal: number;
  readonly day: number;
  /** Mean of the measure over the batch. */
  readonly mean: number;
  readonly outcomeMicro: number;
  readonly events: number;
  readonly weight: number;
  /** A short last batch weighs, but is not counted as a piece. */
  readonly isWhole: boolean;
  readonly shown: readonly Event[];
}

/**
 * The pieces that events make. A later event adds a piece or nothing: no earlier one changes.
 *
 * @param events    of one person, rule and context, in the order in which they were shown
 * @param isOver    the context has ended: what is left makes a last piece
 * @param weightOf  of a batch that is no longer one act repeated: marks of team-mates
 */
export function gatherPieces<Event extends Shown>(
  rule: EvidenceRule,
  events: readonly Event[],
  isOver: boolean,
  weightOf: WeightOf<Event> = ownWeight,
): GatheredPiece<Event>[] {
  const pieces: GatheredPiece<Event>[] = [];
  let open: Event[] = [];
  let count = 0;
  for (const event of events) {
    open.push(event);
    count += event.count;
    if (count < rule.minCount) continue;
    pieces.push(pieceOf(rule, open, count, pieces.length, true, weightOf));
    [open, count] = [[], 0];
  }
  if (isOver && open.length > 0) {
    pieces.push(pieceOf(rule, open, count, pieces.length, count >= rule.minCount / 2, weightOf));
  }
  // Who did nothing of a team's work has shown nothing by it.
  return pieces.filter(({ weight }) => weight > 0);
}

function pieceOf<Event extends Shown>(
  rule: EvidenceRule,
  shown: readonly Event[],
  events: number,
  ordinal: number,
  isWhole: boolean,
  weightOf: WeightOf<Event>,
): GatheredPiece<Event> {
  const mean = meanOf(shown, events, ({ value }) => value);
  return {
    ordinal,
    day: shown.at(-1)!.day,
    mean,
    outcomeMicro: outcomeMicro(rule, mean),
    events,
    weight: weightOf(shown, events, ordinal),
    isWhole,
    shown,
  };
}

type WeightOf<Event> = (shown: readonly Event[], events: number, ordinal: number) => number;

/** By how many events there are, the person's part in them, and how often it was done before. */
function ownWeight(shown: readonly Shown[], events: number, ordinal: number): number {
  const share = meanOf(shown, events, (one) => shareFactor(one.share, one.members));
  return batchWeight(events) * share * repeatFactor(ordinal);
}

function meanOf<Event extends Shown>(
  shown: readonly Event[],
  events: number,
  of: (one: Event) => number,
): number {
  return shown.reduce((sum, one) => sum + of(one) * one.count, 0) / events;
}
