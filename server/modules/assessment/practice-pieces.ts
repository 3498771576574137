import { createHash } from "node:crypto";
import { peerMarkWeight } from "@echelon/kernel/assessment/evidence/evidence-weight.ts";
import {
  type GatheredPiece,
  gatherPieces,
  type Shown,
} from "@echelon/kernel/assessment/evidence/gather-pieces.ts";
import type { AppliedFramework } from "./applied-framework.ts";
import type { Happening, SeasonPractice } from "../practice/index.ts";
import { calendarDay } from "./calendar-day.ts";
import { type CompetencyRule, rulesOf } from "./evidence-rules.ts";
import type { PieceTable } from "./store/schema.ts";

/** A piece as a season shows it, before it has an id. */
export type WantedPiece = Pick<
  PieceTable,
  | "person_id"
  | "competency"
  | "kind"
  | "source"
  | "markets"
  | "ordinal"
  | "day"
  | "outcome_micro"
  | "events"
  | "weight"
  | "is_whole"
  | "guess"
  | "slip"
  | "hash"
> & { readonly detail: PieceDetail };

/** What a piece opens to. */
export interface PieceDetail {
  readonly event: string;
  readonly measure: string;
  readonly op: ">=" | "<=";
  readonly threshold: number;
  readonly mean: number;
  /** The person's part of what a team has reached, 0 to 1; 1 of own deeds. */
  readonly share: number;
  readonly store: number | null;
  readonly shown: readonly ShownEvent[];
}

/** One event of it, with the season day and the decisions that lead to its rows. */
export interface ShownEvent {
  readonly day: number;
  readonly value: number;
  readonly count: number;
  readonly decisions: readonly number[];
  readonly sku: string | null;
}

/** So many events are shown of a piece; the others count without a line. */
const shownMax = 100;
type Dated = Happening & Shown & { readonly seasonDay: number };

/**
 * All pieces that a season shows of its people, by competency and person. Events of all its markets
 * make pieces together, which remember the markets: a store lists ten products in five markets
 * sooner than fifty in one.
 */
export function practicePieces(
  practice: SeasonPractice,
  framework: AppliedFramework,
): readonly WantedPiece[] {
  const groups = new Map<string, { rule: CompetencyRule; events: Dated[] }>();
  for (const one of practice.happenings) {
    const dated = { ...one, seasonDay: one.day, day: calendarDay(one.at) };
    for (const rule of rulesOf(framework, one.event, one.measure)) {
      const key = `${rule.competency} ${one.person}`;
      const group = groups.get(key) ?? { rule, events: [] };
      group.events.push(dated);
      groups.set(key, group);
    }
  }
  return [...groups.values()].flatMap(({ rule, events }) =>
    gatherPieces(
      rule,
      events.toSorted((a, b) => a.day - b.day || a.seasonDay - b.seasonDay),
      practice.isOver,
      ...(rule.event === "peer.reviewed" ? [peerWeight] : []),
    ).map((piece) => pieceOf(rule, piece)),
  );
}

/** Marks of team-mates weigh one by one; far from what the others gave, half. */
const peerWeight = (shown: readonly Dated[]): number =>
  shown.reduce((sum, { value, otherMarks }) => sum + peerMarkWeight(value, otherMarks), 0);

const marketsOf = (shown: readonly Dated[]): string[] =>
  [...new Set(shown.flatMap(({ market }) => market ?? []))].toSorted();

function pieceOf(rule: CompetencyRule, piece: GatheredPiece<Dated>): WantedPiece {
  const [first] = piece.shown as [Dated];
  const isPeer = rule.event === "peer.reviewed";
  const share = piece.shown.reduce((sum, one) => sum + one.share * one.count, 0) / piece.events;
  const wanted = {
    person_id: first.person,
    competency: rule.competency,
    kind: isPeer ? ("peer" as const) : ("auto" as const),
    source: isPeer ? ("peer" as const) : ("system" as const),
    markets: marketsOf(piece.shown),
    ordinal: piece.ordinal,
    day: piece.day,
    outcome_micro: piece.outcomeMicro,
    events: piece.events,
    weight: piece.weight,
    is_whole: piece.isWhole,
    guess: rule.guess,
    slip: rule.slip,
    detail: {
      event: rule.event,
      measure: rule.measure,
      op: rule.op,
      threshold: rule.threshold,
      mean: piece.mean,
      share,
      store: first.store,
      shown: piece.shown.slice(0, shownMax).map(({ seasonDay, value, count, decisions, sku }) => {
        return { day: seasonDay, value, count, decisions, sku };
      }),
    },
  };
  return { ...wanted, hash: hashOfPiece(wanted) };
}

/**
 * The hash of all that a piece says. Two sums of one list are equal to the bit, so what shows the
 * same gives the same text.
 */
export const hashOfPiece = (said: Readonly<Record<string, unknown>>): string =>
  createHash("sha256").update(JSON.stringify(said)).digest("hex");
