import {
  type Application,
  shownCompetencies,
} from "@echelon/kernel/assessment/certificate/decide-certificate.ts";
import type { Sql } from "../../platform/database/database.ts";
import { type SeasonSegment, segmentOf } from "../practice/index.ts";
import type { GroundsTable, PieceTable } from "./store/schema.ts";

/** Seasons that a certificate names; beyond that the newest are named. */
const seasonsMax = 40;

/** What a decision to certify rests on, frozen with it: what counts, and what it comes from. */
export async function groundsOf(
  sql: Sql,
  decision: string,
  application: Application,
  pieces: readonly PieceTable[],
): Promise<GroundsTable> {
  const newestFirst = pieces.toSorted((a, b) => b.day - a.day);
  const ids = new Set(
    newestFirst.flatMap((one) => (one.context_kind === "season" ? [one.context_id] : [])),
  );
  const seasons: SeasonSegment[] = [];
  for (const id of [...ids].slice(0, seasonsMax)) {
    const segment = await segmentOf(sql, id);
    if (segment !== null) seasons.push(segment);
  }
  return {
    decision_id: decision,
    competencies: shownCompetencies(application),
    pieces: pieces.length,
    seasons,
  };
}
