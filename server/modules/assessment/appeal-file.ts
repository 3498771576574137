import type { Sql } from "../../platform/database/database.ts";
import { hashOfPieces } from "./judge-certificate.ts";
import { type PieceThen, piecesAt } from "./store/appeal-store.ts";
import type { DecisionTable } from "./store/schema.ts";

/** What a decision rested on: its pieces, and their raters in the order of their numbers. */
export interface FilePieces {
  readonly pieces: readonly PieceThen[];
  readonly raters: readonly string[];
  /** Whether these are, by their hash, the very pieces of the decision. */
  readonly isWhole: boolean;
}

/** The pieces of a decision as they were; raters are counted as they come up. */
export async function filePieces(
  sql: Sql,
  { person_id: person, decided_at: at, evidence_hash: hash }: DecisionTable,
): Promise<FilePieces> {
  const pieces = await piecesAt(sql, person, at);
  const raters = [...new Set(pieces.flatMap(({ rater_id: rater }) => rater ?? []))];
  return { pieces, raters, isWhole: hashOfPieces(pieces) === hash };
}
