import type { Signed, SignRequest } from "@echelon/contract/assessment/signatures.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { Means } from "../../../platform/module.ts";
import { issueCredentialsKind } from "../jobs.ts";
import { type Rights, sidesOf, signingRights } from "../signing-rights.ts";
import { conflictsOf } from "../store/rating-store.ts";
import type { IssuingTable, SignatureTable } from "../store/schema.ts";
import {
  holdDecisions,
  insertIssuing,
  insertSignatures,
  type Pass,
  passesById,
  signaturesOf,
} from "../store/signature-store.ts";
import { issuingView } from "./view-signatures.ts";

type Wish = z.output<typeof SignRequest>;

/**
 * Somebody signs certificates for one side, all or none of them. Those that all sides have now
 * signed are issued by a job, step by step.
 */
export async function signCertificates(
  means: Means,
  caller: Caller,
  { side, decisions }: Wish,
): Promise<Outcome<z.output<typeof Signed>>> {
  const ids = [...new Set(decisions)];
  return means.database.transaction(async (tx) => {
    await holdDecisions(tx, ids);
    const passes = await passesById(tx, ids);
    if (passes.length < ids.length) return refuse({ code: "assessment/no-such-decision" });
    const signed = Map.groupBy(await signaturesOf(tx, ids), (one) => one.decision_id);
    const rights = await signingRights(tx, caller);
    const rows: SignatureTable[] = [];
    for (const pass of passes) {
      const given = signed.get(pass.id) ?? [];
      const organisation = await signingFor(rights, caller, pass, given, side);
      if (!organisation.ok) return organisation;
      rows.push({
        decision_id: pass.id,
        side,
        organisation_id: organisation.value,
        signer_id: caller.person,
        at: means.clock.now(),
      });
    }
    const inConflict = await conflicting(tx, caller, passes);
    if (inConflict !== undefined) return refuse({ code: "assessment/signer-in-conflict" });
    await insertSignatures(tx, rows);
    const whole = passes.filter(
      ({ id, echelon }) => (signed.get(id) ?? []).length + 1 === sidesOf(echelon).length,
    );
    // A class each: every class sees its own come.
    const begun: IssuingTable[] = [];
    for (const own of Map.groupBy(whole, (pass) => pass.class_id).values())
      begun.push(await begin(means, tx, caller, own));
    const issuing = begun[0] ?? null;
    return ok({ signed: rows.length, issuing: issuing && issuingView(issuing) });
  });
}

/** For which organization the caller signs a certificate, or why they cannot. */
async function signingFor(
  rights: Rights,
  caller: Caller,
  pass: Pass,
  given: readonly SignatureTable[],
  side: Wish["side"],
): Promise<Outcome<string>> {
  if (pass.person_id === caller.person) return refuse({ code: "assessment/signer-is-holder" });
  const organisation = (await rights(pass, given)).get(side);
  if (organisation === undefined) return refuse({ code: "assessment/no-such-decision" });
  if (given.some((one) => one.side === side)) return refuse({ code: "assessment/signed-already" });
  if (given.some((one) => one.signer_id === caller.person))
    return refuse({ code: "assessment/second-signer-needed" });
  if (!pass.isNewest) return refuse({ code: "assessment/decision-superseded" });
  return ok(organisation);
}

/** Whoever must not mark somebody's work must not vouch for them either. */
async function conflicting(tx: Tx, caller: Caller, passes: readonly Pass[]) {
  for (const [classId, own] of Map.groupBy(passes, (pass) => pass.class_id)) {
    const declared = (await conflictsOf(tx, classId))
      .filter(({ rater_id: rater }) => rater === caller.person)
      .map(({ person_id: person }) => person);
    const found = own.find(({ person_id: person }) => declared.includes(person));
    if (found !== undefined) return found;
  }
  return undefined;
}

async function begin(
  { newId, clock }: Means,
  tx: Tx,
  caller: Caller,
  whole: readonly Pass[],
): Promise<IssuingTable> {
  const row: IssuingTable = {
    id: newId(),
    class_id: whole[0]!.class_id,
    asked_by: caller.person,
    decisions: whole.map(({ id }) => id),
    done: 0,
    started_at: clock.now(),
    ended_at: null,
  };
  await insertIssuing(tx, row);
  await enqueue(tx, issueCredentialsKind, { issuing: row.id, from: 0 });
  return row;
}
