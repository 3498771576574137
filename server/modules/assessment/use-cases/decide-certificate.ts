import type {
  CertificateDecision,
  CertificateView,
  DecisionView,
} from "@echelon/contract/assessment/certificates.ts";
import type {
  CertificateRule,
  Decision,
} from "@echelon/kernel/assessment/certificate/decide-certificate.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { studentsHere } from "../../teaching/index.ts";
import { plainDay } from "../calendar-day.ts";
import { judge, type Profile, writeDecision } from "../judge-certificate.ts";
import { isAppealOpen } from "../store/appeal-store.ts";
import { readDecisions } from "../store/decision-store.ts";
import { holdPeople } from "../store/piece-store.ts";
import type { DecisionTable } from "../store/schema.ts";
import { frameworkOfClass, frameworkOfPerson } from "../school-framework.ts";
import { findLearner, findLedClass } from "./find-learner.ts";

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
    // Not at once with an appeal: which of the two came first must be told apart.
    await holdPeople(tx, [person]);
    if (await isAppealOpen(tx, person, profile.role, profile.echelon))
      return refuse({ code: "assessment/appeal-open" });
    const now = clock.now();
    // What is asked is what the school of this class asks, whichever other the student attends.
    const framework = await frameworkOfClass(tx, classId);
    const judged = await judge(tx, framework, person, profile, now);
    if (judged === null) return refuse({ code: "assessment/unknown-profile" });
    const row = await writeDecision(tx, judged, {
      id: newId(),
      person_id: person,
      class_id: classId,
      role: profile.role,
      echelon: profile.echelon,
      framework_version: framework.version,
      decided_by: caller.person,
      decided_at: now,
      revises: null,
      appeal_id: null,
    });
    const names = await personNames(tx, [person, caller.person]);
    return ok(viewOf(row, names.get(person) ?? "", names));
  });
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
    revises: row.revises,
  };
}
