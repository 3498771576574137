import type {
  ClassSigning,
  IssuingView,
  SigningView,
} from "@echelon/contract/assessment/signatures.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { answersFor, credentialsFor, credentialState } from "../../exchange/index.ts";
import { holdsIn, organisationFacts, personNames } from "../../identity/index.ts";
import { classAccess, classesOf, classNames, schoolOf } from "../../teaching/index.ts";
import { associationEchelon, sidesOf, signingRights } from "../signing-rights.ts";
import type { IssuingTable } from "../store/schema.ts";
import {
  awaitingOfClasses,
  awaitingOfEchelon,
  newestIssuing,
  type Pass,
  passesOfClasses,
  passesOfPerson,
  signaturesOf,
} from "../store/signature-store.ts";

/** Who sees what a class has earned: who leads it, its mentors, and the school's office. */
const seeing: readonly string[] = ["teacher", "assistant", "mentor"];

/** The certificates of a class, and how far those are that are being issued. */
export async function viewClassSigning(
  means: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<z.output<typeof ClassSigning>>> {
  const sql = means.database;
  const role = await classAccess(sql, caller, classId);
  const school = await schoolOf(sql, classId);
  const isOffice = school !== undefined && holdsIn(caller, school, "head", "officer");
  if (role === null && !isOffice) return refuse({ code: "teaching/no-such-class" });
  if (!isOffice && !seeing.includes(role ?? "")) return refuse({ code: "platform/not-allowed" });
  const issuing = await newestIssuing(sql, classId);
  return ok({
    certificates: await signingViews(means, sql, caller, await passesOfClasses(sql, [classId])),
    issuing: issuing === undefined ? null : issuingView(issuing),
  });
}

/** What waits for the caller: of classes that they teach or mentor, or of an association. */
export async function viewAwaiting(means: Means, caller: Caller): Promise<Outcome<SigningView[]>> {
  const sql = means.database;
  const classes = [...(await classesOf(sql, caller))]
    .filter(([, role]) => role === "teacher" || role === "mentor")
    .map(([id]) => id);
  const mayBeOfAssociation = caller.roles.some(({ role }) => ["officer", "planner"].includes(role));
  const passes = [
    ...(await awaitingOfClasses(sql, classes, caller.person)),
    ...(mayBeOfAssociation ? await awaitingOfEchelon(sql, associationEchelon, caller.person) : []),
  ];
  const once = [...new Map(passes.map((pass) => [pass.id, pass])).values()];
  const views = await signingViews(means, sql, caller, once);
  return ok(views.filter(({ mine }) => mine.length > 0));
}

/** The caller's own certificates on their way; those that are issued as well. */
export async function viewOwnSigning(
  means: Means,
  caller: Caller,
): Promise<Outcome<SigningView[]>> {
  const sql = means.database;
  const passes = (await passesOfPerson(sql, caller.person)).slice(0, 100);
  return ok(await signingViews(means, sql, caller, passes));
}

export const issuingView = (row: IssuingTable): IssuingView => ({
  id: row.id,
  total: row.decisions.length,
  done: row.done,
  startedAt: row.started_at,
  endedAt: row.ended_at,
});

async function signingViews(
  { clock }: Pick<Means, "clock">,
  sql: Sql,
  caller: Caller,
  passes: readonly Pass[],
): Promise<SigningView[]> {
  const ids = passes.map(({ id }) => id);
  const signatures = await signaturesOf(sql, ids);
  const byDecision = Map.groupBy(signatures, (one) => one.decision_id);
  const credentials = await credentialsFor(sql, ids);
  const organisations = await organisationFacts(sql, [
    ...new Set(signatures.map((one) => one.organisation_id)),
  ]);
  const people = [...passes.map((one) => one.person_id), ...signatures.map((one) => one.signer_id)];
  const names = await personNames(sql, [...new Set(people)]);
  const classes = await classNames(sql, [...new Set(passes.map((one) => one.class_id))]);
  const rights = await signingRights(sql, caller);
  const now = clock.now();
  const views: SigningView[] = [];
  for (const pass of passes) {
    const credential = credentials.get(pass.id);
    // One that was decided anew counts only as far as it was issued.
    if (!pass.isNewest && credential === undefined) continue;
    const signed = byDecision.get(pass.id) ?? [];
    const awaits = sidesOf(pass.echelon).filter((side) => !signed.some((one) => one.side === side));
    const isOwn = pass.person_id === caller.person;
    const isSigner = signed.some((one) => one.signer_id === caller.person);
    const sides = isOwn || isSigner ? new Map() : await rights(pass, signed);
    views.push({
      decision: pass.id,
      class: pass.class_id,
      className: classes.get(pass.class_id) ?? "",
      person: pass.person_id,
      name: names.get(pass.person_id) ?? "",
      role: pass.role,
      echelon: pass.echelon,
      decidedAt: pass.decided_at,
      signatures: signed.map(({ side, organisation_id, signer_id, at }) => ({
        side,
        organisation: organisations.get(organisation_id)?.name ?? { zh: "–", en: "–" },
        signer: names.get(signer_id) ?? "",
        at,
      })),
      awaits,
      mine: awaits.filter((side) => sides.has(side)),
      credential:
        credential === undefined
          ? null
          : {
              id: credential.id,
              issuedAt: credential.issued_at,
              state: credentialState(credential, now),
              isRevocationAsked: credential.revocation?.state === "asked",
              mayRevoke:
                answersFor(caller, credential) &&
                (credential.revocation === null || credential.revocation.state === "refused"),
              mayReplay: isOwn || answersFor(caller, credential),
            },
    });
  }
  return views;
}
