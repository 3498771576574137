import { createHash } from "node:crypto";
import {
  decideBeyond,
  type Hold,
} from "@echelon/kernel/assessment/certificate/decide-certificate.ts";
import {
  decisionAgreementMin,
  modelReliabilityMin,
} from "@echelon/kernel/assessment/rating/agreement.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { practiceMinutes } from "../practice/index.ts";
import type { AppliedFramework } from "./applied-framework.ts";
import { applicationFor } from "./certificate-application.ts";
import { groundsOf } from "./decision-grounds.ts";
import type { PublishedFit } from "./publish-fit.ts";
import { insertDecision } from "./store/decision-store.ts";
import { versionInUse } from "./store/difficulty-store.ts";
import { bestPractical } from "./store/exam-store.ts";
import { countedPieces, readMastery } from "./store/piece-store.ts";
import { readAssignment } from "./store/rating-store.ts";
import { insertGrounds } from "./store/signature-store.ts";
import type { DecisionTable, PieceTable } from "./store/schema.ts";

export interface Profile {
  readonly role: string;
  readonly echelon: string;
}

export type Judged = NonNullable<Awaited<ReturnType<typeof judge>>>;

/**
 * Asks the kernel, with everything that counts of a person; null of an unknown profile.
 *
 * @param day  to which estimates have aged: today, or the day of a decision that is looked at anew
 */
export async function judge(
  sql: Sql,
  { core, bundle, weights }: AppliedFramework,
  person: string,
  { role, echelon }: Profile,
  day: Date,
) {
  const pieces = await countedPieces(sql, [person]);
  const known = {
    mastery: await readMastery(sql, [person]),
    practiceMinutes: await practiceMinutes(sql, person),
    holds: await holdsOf(sql, pieces),
    // Published only once a teacher and a mentor have confirmed it.
    extras: { "practical-exam": Math.floor((await bestPractical(sql, person)) / 100) },
    now: day,
  };
  const application = applicationFor(role, echelon, known, bundle, weights);
  const least = applicationFor(role, echelon, known, core);
  if (application === null || least === null) return null;
  const { rule } = application;
  const decision = decideBeyond(least, application);
  return { application, pieces, decision, rule, evidenceHash: hashOfPieces(pieces) };
}

/** Writes what was judged as a decision that stands for ever, and what a pass rests on. */
export async function writeDecision(
  tx: Tx,
  { application, pieces, decision, evidenceHash }: Judged,
  taken: Omit<
    DecisionTable,
    "evidence_hash" | "verdict" | "missing" | "holds" | "difficulty_version"
  >,
): Promise<DecisionTable> {
  const { missing, holds, verdict } = decision;
  const row: DecisionTable = {
    ...taken,
    evidence_hash: evidenceHash,
    verdict,
    missing,
    holds: [...holds],
    difficulty_version: await versionInUse(tx),
  };
  await insertDecision(tx, row);
  if (verdict === "pass") await insertGrounds(tx, await groundsOf(tx, row.id, application, pieces));
  return row;
}

/** The same pieces have the same hash, in whatever order they are read. */
export function hashOfPieces(pieces: readonly Pick<PieceTable, "hash">[]): string {
  const hash = createHash("sha256");
  for (const one of pieces.map((piece) => piece.hash).toSorted()) hash.update(one);
  return hash.digest("hex");
}

/** What the raters of a person's marks forbid: too little agreement, or nobody marked in common. */
async function holdsOf(sql: Sql, pieces: readonly PieceTable[]): Promise<readonly Hold[]> {
  const assignments = new Set(
    pieces.flatMap((one) => (one.context_kind === "assignment" ? [one.context_id] : [])),
  );
  const holds = new Set<Hold>();
  for (const id of assignments) {
    const fit = (await readAssignment(sql, id))?.fit as unknown as PublishedFit | null | undefined;
    if (fit === null || fit === undefined) continue;
    const { decisions, reliability, parts } = fit.agreement;
    if (parts > 1) holds.add("raters-not-connected");
    const isLow =
      (decisions !== null && decisions < decisionAgreementMin) ||
      (reliability !== null && reliability < modelReliabilityMin);
    if (isLow) holds.add("agreement-too-low");
  }
  return [...holds];
}
