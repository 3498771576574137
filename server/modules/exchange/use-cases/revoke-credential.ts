import type { RevocationView } from "@echelon/contract/exchange/credentials.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holds, holdsIn, personNames, writeAudit } from "../../identity/index.ts";
import { revokeOnList } from "../status-lists.ts";
import {
  askToRevoke,
  decideToRevoke,
  readCredential,
  readRevocation,
  readRevocations,
} from "../store/credential-store.ts";
import type { CredentialTable } from "../store/schema.ts";

/** Whether the caller answers for a credential of their school: who signed it, and its office. */
export function answersFor(
  caller: Caller,
  { organisation_id: school, signed_by }: Pick<CredentialTable, "organisation_id" | "signed_by">,
): boolean {
  const isSigner = signed_by === caller.person && holdsIn(caller, school, "teacher");
  return isSigner || holdsIn(caller, school, "head", "officer");
}

/** A school asks to revoke what it issued, and says why. */
export async function askRevocation(
  means: Means,
  caller: Caller,
  id: string,
  reason: string,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const row = await readCredential(tx, id);
    if (row === undefined || !answersFor(caller, row))
      return refuse({ code: "exchange/no-such-credential" });
    const isAsked = await askForSchool(means, tx, row, { by: caller.person, reason });
    return isAsked ? ok(undefined) : refuse({ code: "exchange/revocation-asked" });
  });
}

/**
 * Asks to revoke a credential for the school that issued it; false where that was asked already.
 * Whether `by` may ask is for whoever calls to know.
 */
export async function askForSchool(
  means: Pick<Means, "clock" | "newId">,
  tx: Tx,
  row: Pick<CredentialTable, "id" | "organisation_id" | "person_id">,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<boolean> {
  const isAsked = await askToRevoke(tx, {
    credential_id: row.id,
    reason,
    asked_by: by,
    asked_for: "school",
    asked_at: means.clock.now(),
  });
  if (!isAsked) return false;
  await writeAudit(means, tx, row.organisation_id, {
    deed: "revocation-asked",
    by,
    person: row.person_id,
    facts: { credential: row.id },
  });
  return true;
}

/** Of all schools for the operator, of the own school for its office. */
export async function listRevocations(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<RevocationView[]>> {
  const schools = holds(caller, "operator")
    ? null
    : caller.roles
        .filter(({ role }) => role === "head" || role === "officer")
        .map(({ organisation }) => organisation);
  const rows = await readRevocations(database, schools);
  const names = await personNames(
    database,
    rows.flatMap((row) => [row.person_id, row.asked_by, row.decided_by ?? row.asked_by]),
  );
  return ok(
    rows.map((row) => ({
      credential: row.credential_id,
      holder: names.get(row.person_id) ?? "",
      name: row.facts.name,
      issuer: row.facts.issuer,
      issuedAt: row.issued_at,
      reason: row.reason,
      askedBy: names.get(row.asked_by) ?? "",
      askedAt: row.asked_at,
      askedFor: row.asked_for,
      state: row.state,
      decidedBy: row.decided_by === null ? null : (names.get(row.decided_by) ?? ""),
      decidedAt: row.decided_at,
      mayDecide: row.state === "asked" && mayDecide(caller, row, row),
    })),
  );
}

/**
 * Decides what the other side asked. A confirmed one has its bit set in the same commit, so there
 * is no moment at which one place says revoked and another valid.
 */
export async function decideRevocation(
  means: Means,
  caller: Caller,
  id: string,
  isConfirmed: boolean,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const row = await readCredential(tx, id);
    const asked = await readRevocation(tx, id);
    const isKnown = holds(caller, "operator") || (row !== undefined && answersFor(caller, row));
    if (row === undefined || asked === undefined || !isKnown)
      return refuse({ code: "exchange/no-such-credential" });
    if (asked.state !== "asked") return refuse({ code: "exchange/revocation-decided" });
    if (!mayDecide(caller, asked, row)) return refuse({ code: "exchange/second-person-needed" });
    const decided = {
      state: isConfirmed ? ("confirmed" as const) : ("refused" as const),
      decided_by: caller.person,
      decided_at: means.clock.now(),
    };
    if (!(await decideToRevoke(tx, id, decided)))
      return refuse({ code: "exchange/revocation-decided" });
    if (isConfirmed) await revokeOnList(means, tx, row);
    await writeAudit(means, tx, row.organisation_id, {
      deed: isConfirmed ? "credential-revoked" : "revocation-refused",
      by: caller.person,
      person: row.person_id,
      facts: { credential: id },
    });
    return ok(undefined);
  });
}

/** Whoever holds the rights of both sides is still one person. */
function mayDecide(
  caller: Caller,
  { asked_by, asked_for }: { asked_by: string; asked_for: "school" | "operator" },
  row: Pick<CredentialTable, "organisation_id" | "signed_by">,
): boolean {
  if (asked_by === caller.person) return false;
  return asked_for === "school" ? holds(caller, "operator") : answersFor(caller, row);
}
