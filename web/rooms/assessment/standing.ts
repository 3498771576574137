import type { MasteryBand } from "@echelon/contract/assessment/mastery-bands.ts";
import { isShownByPractice } from "@echelon/kernel/market/traces/trace.ts";
import type { Answer } from "../../api/client.ts";
import type { Competency, Framework } from "./framework-map.ts";

export type Standing = Answer<"GET /assessment/people/:person">["standings"][number];
export type Evidence = Answer<"GET /assessment/people/:person/competencies/:competency">;
export type PieceView = Evidence["pieces"][number];
export type ClassStandings = Answer<"GET /assessment/classes/:class">;

/** How far somebody is in a competency, from nothing to mastered. */
export const levels = ["nothing", "too-little-seen", "not-yet", "nearly", "mastered"] as const;
export type Level = (typeof levels)[number];

export const levelOf = (band: MasteryBand | null | undefined): Level => band ?? "nothing";
/** 0 where nothing was seen, 4 where it is mastered. */
export const rankOf = (level: Level): number => levels.indexOf(level);

/** How many stand at each level. */
export function countLevels(of: readonly Level[]): Readonly<Record<Level, number>> {
  const counts = { nothing: 0, "too-little-seen": 0, "not-yet": 0, nearly: 0, mastered: 0 };
  for (const level of of) counts[level] += 1;
  return counts;
}

/** A competency with what is known of a person in it. */
export interface Seen {
  readonly one: Competency;
  readonly standing: Standing | undefined;
  readonly level: Level;
}

/** Competencies with their standings, in the framework's order. */
export function seenOf(
  framework: Framework,
  standings: readonly Standing[],
  isMeant: (id: string) => boolean,
): readonly Seen[] {
  const known = new Map(standings.map((standing) => [standing.competency, standing]));
  return framework.competencies
    .filter(({ id }) => isMeant(id))
    .map((one) => {
      const standing = known.get(one.id);
      return { one, standing, level: levelOf(standing?.band) };
    });
}

/** Whether seasons show it today; the rest waits for marks of people and for other desks. */
export const isPracticed = ({ rule }: Pick<Competency, "rule">): boolean =>
  isShownByPractice(rule.event, rule.measure);

/** Pieces without which nothing is said of a competency, that are not there yet. */
export const piecesMissing = (standing: Standing): number =>
  Math.max(0, standing.piecesMin - standing.pieces);

/**
 * What to do next: what is not mastered, the largest gap first; of equal gaps the one with the most
 * pieces missing, then the framework's order.
 */
export function nextOf(core: readonly Seen[]): readonly Seen[] {
  const missing = ({ standing }: Seen) => (standing === undefined ? 0 : piecesMissing(standing));
  return core
    .filter(({ level }) => level !== "mastered")
    .toSorted((a, b) => rankOf(a.level) - rankOf(b.level) || missing(b) - missing(a));
}

/** How a class stands in one competency of a core. */
export interface ClassGap {
  readonly competency: string;
  readonly counts: Readonly<Record<Level, number>>;
}

/** The competencies of the core in which fewest of the class stand, those first. */
export function gapsOf({ core, students }: Pick<ClassStandings, "core" | "students">): ClassGap[] {
  return core
    .map((competency, at) => ({
      competency,
      counts: countLevels(students.map(({ bands }) => levelOf(bands[at]))),
    }))
    .toSorted((a, b) => {
      // Fewest who master it; where as few do, fewest who nearly do, and so on down.
      for (const level of levels.toReversed()) {
        const less = a.counts[level] - b.counts[level];
        if (less !== 0) return less;
      }
      return 0;
    });
}

/** Competencies that a student masters of those in the core. */
export const masteredOf = (bands: readonly (MasteryBand | null)[]): number =>
  bands.filter((band) => band === "mastered").length;
