import { createHash } from "node:crypto";
import type {
  CertificateDecision,
  CertificateView,
  DecisionView,
} from "@echelon/contract/assessment/certificates.ts";
import {
  type CertificateRule,
  decideBeyond,
  type Decision,
  type Hold,
} from "@echelon/kernel/assessment/certificate/decide-certificate.ts";
import {
  decisionAgreementMin,
  modelReliabilityMin,
} from "@echelon/kernel/assessment/rating/agreement.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { practiceMinutes } from "../../practice/index.ts";
import { studentsHere } from "../../teaching/index.ts";
import { plainDay } from "../calendar-day.ts";
import { applicationFor } from "../certificate-application.ts";
import { groundsOf } from "../decision-grounds.ts";
import type { AppliedFramework } from "../applied-framework.ts";
import type { PublishedFit } from "../publish-fit.ts";
import { insertDecision, readDecisions } from "../store/decision-store.ts";
import { versionInUse } from "../store/difficulty-store.ts";
import { bestPractical } from "../store/exam-store.ts";
import { countedPieces, readMastery } from "../store/piece-store.ts";
import { readAssignment } from "../store/rating-store.ts";
import { insertGrounds } from "../store/signature-store.ts";
import type { DecisionTable, PieceTable } from "../store/schema.ts";
import { frameworkOfClass, frameworkOfPerson } from "../school-framework.ts";
import { findLearner, findLedClass } from "./find-learner.ts";

interface Profile {
  readonly role: string;
  readonly echelon: string;
}

/** How far somebody is from a certificate today, with everything that is missing. */
export async function viewCertificate(
  { database, clock }: Means,
  caller: Caller,
  person: string,
  profile: Profile,
): Promise<Outcome<CertificateView>> {
  const found = await findLearner(database, caller, person);
  if (!found.ok) return found;
  const now = clock.now();
  const framework = await frameworkOfPerson(database, person);
  const judged = await judge(database, framework, person, profile, now);
  if (judged === null) return refuse({ code: "assessment/unknown-profile" });
  const rows = await readDecisions(database, person, profile.role, profile.echelon);
  const names = await personNames(
    database,
    rows.map((row) => row.decided_by),
  );
  return ok({
    ...toldOf(judged.decision),
    person,
    day: plainDay(now),
    ...profile,
    rule: ruleOf(judged.rule),
    decisions: rows.map((row) => viewOf(row, found.value.name, names)),
  });
}

/**
 * A teacher decides a student's certificate: what counts now is frozen by its hash, and the
 * decision stands for ever. What is missing is written with it, so that nobody has to ask.
 */
export async function takeDecision(
  { database, clock, newId }: Means,
  caller: Caller,
  classId: string,
  { person, ...profile }: Profile & { readonly person: string },
): Promise<Outcome<DecisionView>> {
  return database.transaction(async (tx) => {
    const role = await findLedClass(tx, caller, classId);
    if (!role.ok) return role;
    if (role.value !== "teacher") return refuse({ code: "platform/not-allowed" });
    if (!(await studentsHere(tx, classId)).has(person))
      return refuse({ code: "assessment/no-such-person" });
    const now = clock.now();
    // What is asked is what the school of this class asks, whichever other the student attends.
    const framework = await frameworkOfClass(tx, classId);
    const judged = await judge(tx, framework, person, profile, now);
    if (judged === null) return refuse({ code: "assessment/unknown-profile" });
    const { missing, holds, verdict } = judged.decision;
    const row: DecisionTable = {
      id: newId(),
      person_id: person,
      class_id: classId,
      role: profile.role,
      echelon: profile.echelon,
      framework_version: framework.version,
      evidence_hash: judged.evidenceHash,
      verdict,
      missing,
      holds: [...holds],
      decided_by: caller.person,
      decided_at: now,
      difficulty_version: await versionInUse(tx),
    };
    await insertDecision(tx, row);
    if (verdict === "pass") {
      const { application, pieces } = judged;
      await insertGrounds(tx, await groundsOf(tx, row.id, application, pieces));
    }
    const names = await personNames(tx, [person, caller.person]);
    return ok(viewOf(row, names.get(person) ?? "", names));
  });
}

/** Asks the kernel, with everything that counts of a person; null of an unknown profile. */
async function judge(
  sql: Sql,
  { core, bundle, weights }: AppliedFramework,
  person: string,
  { role, echelon }: Profile,
  now: Date,
) {
  const pieces = await countedPieces(sql, [person]);
  const known = {
    mastery: await readMastery(sql, [person]),
    practiceMinutes: await practiceMinutes(sql, person),
    holds: await holdsOf(sql, pieces),
    // Published only once a teacher and a mentor have confirmed it.
    extras: { "practical-exam": Math.floor((await bestPractical(sql, person)) / 100) },
    now,
  };
  const application = applicationFor(role, echelon, known, bundle, weights);
  const least = applicationFor(role, echelon, known, core);
  if (application === null || least === null) return null;
  const { rule } = application;
  const decision = decideBeyond(least, application);
  return { application, pieces, decision, rule, evidenceHash: hashOf(pieces) };
}

/** The same pieces have the same hash, in whatever order they are read. */
function hashOf(pieces: readonly PieceTable[]): string {
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

const percentOf = (share: number) => Math.round(share * 100);

const ruleOf = (rule: CertificateRule): CertificateView["rule"] => ({
  mastery: percentOf(rule.coreMastery),
  floor: percentOf(rule.coreFloor),
  pieces: rule.minEvidence,
  contexts: rule.minContexts,
  raters: rule.raters,
});

const toldOf = ({ verdict, missing, holds }: Decision): CertificateDecision => ({
  verdict,
  missing: missing.map((one) => structuredClone(one)) as CertificateDecision["missing"],
  holds: [...holds],
});

function viewOf(
  row: DecisionTable,
  name: string,
  names: ReadonlyMap<string, string>,
): DecisionView {
  const decision = { verdict: row.verdict, missing: row.missing, holds: row.holds } as Decision;
  return {
    ...toldOf(decision),
    id: row.id,
    person: row.person_id,
    name,
    role: row.role,
    echelon: row.echelon,
    frameworkVersion: row.framework_version,
    evidenceHash: row.evidence_hash,
    decidedAt: row.decided_at,
    decidedBy: names.get(row.decided_by) ?? "",
  };
}
