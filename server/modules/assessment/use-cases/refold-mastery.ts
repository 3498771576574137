import { foldPieces } from "@echelon/kernel/assessment/mastery/mastery.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { type Difficulties, difficultiesInUse } from "../difficulties.ts";
import { holdVersion } from "../store/difficulty-store.ts";
import {
  countedPieces,
  dropMastery,
  type FoldedColumns,
  holdPeople,
  insertPieces,
  writeMastery,
} from "../store/piece-store.ts";
import type { MasteryTable, PieceTable } from "../store/schema.ts";

/** An estimate: of one person, in one competency. */
export interface Estimate {
  readonly person: string;
  readonly competency: string;
}

/** Folds the log of some estimates anew, from its beginning. */
export async function refoldMastery(tx: Tx, estimates: readonly Estimate[]): Promise<void> {
  if (estimates.length === 0) return;
  const people = [...new Set(estimates.map(({ person }) => person))];
  const competencies = [...new Set(estimates.map(({ competency }) => competency))];
  await holdVersion(tx, "together");
  await holdPeople(tx, people);
  const difficulties = await difficultiesInUse(tx);
  const counted = await countedPieces(tx, people, competencies);
  const logs = Map.groupBy(counted, (piece) => `${piece.person_id} ${piece.competency}`);
  const folded: MasteryTable[] = [];
  const gone: Estimate[] = [];
  for (const estimate of estimates) {
    const log = logs.get(`${estimate.person} ${estimate.competency}`);
    if (log === undefined) gone.push(estimate);
    else folded.push(masteryOf(estimate, log, difficulties));
  }
  await writeMastery(tx, folded);
  await dropMastery(tx, gone);
}

/** The estimates that some pieces move, each once. */
export function estimatesOf(
  pieces: readonly Pick<PieceTable, "person_id" | "competency">[],
): readonly Estimate[] {
  const moved = pieces.map(({ person_id: person, competency }): [string, Estimate] => [
    `${person} ${competency}`,
    { person, competency },
  ]);
  return [...new Map(moved).values()];
}

/** Writes pieces into the log, and folds what they move. */
export async function addPieces(tx: Tx, pieces: readonly PieceTable[]): Promise<void> {
  await insertPieces(tx, pieces);
  await refoldMastery(tx, estimatesOf(pieces));
}

/** A piece as the estimate reads it, with a version of how hard scenarios are. */
export const foldable = (piece: FoldedColumns, difficulties: Difficulties) => ({
  day: piece.day,
  outcomeMicro: piece.outcome_micro,
  weight: piece.weight,
  difficulty: difficulties.of(piece),
  guess: piece.guess,
  slip: piece.slip,
});

function masteryOf(
  { person, competency }: Estimate,
  log: readonly PieceTable[],
  difficulties: Difficulties,
): MasteryTable {
  const { theta, variance } = foldPieces(log.map((piece) => foldable(piece, difficulties)));
  const whole = log.filter((piece) => piece.is_whole);
  const contexts = whole.flatMap(({ context_id: context, markets }) =>
    markets.length === 0 ? [context] : markets.map((market) => `${context} ${market}`),
  );
  const raters = whole.flatMap((one) => one.rater_id ?? []);
  return {
    person_id: person,
    competency,
    theta,
    variance,
    day: log.at(-1)!.day,
    pieces: whole.length,
    contexts: new Set(contexts).size,
    raters: new Set(raters).size,
  };
}
