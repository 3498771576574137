import type { Credentials } from "@echelon/contract/identity/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holds, manages } from "../may.ts";
import { generatePassword, hashGenerated } from "../passwords.ts";
import { membershipsOf, rolesIn } from "../store/membership-store.ts";
import { readAccountOf, readPerson, writePassword } from "../store/person-store.ts";
import { endSessions } from "../store/session-store.ts";
import { writeAudit } from "./list-audit.ts";

/**
 * Gives somebody of the organisation a new password, told once. The person's sessions end.
 *
 * An operator's account is only an operator's to reset, whatever else that person is: else the head
 * of a school could become the operator.
 */
export async function resetPassword(
  means: Means,
  caller: Caller,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<Outcome<Credentials>> {
  if (!manages(caller, organisation)) return refuse({ code: "identity/no-such-organisation" });
  const admission = await means.limits.take("password-reset", person);
  if (!admission.isAdmitted) {
    const facts = { seconds: admission.seconds };
    return refuse({ code: "platform/too-many-requests", facts });
  }
  return means.database.transaction(async (tx) => {
    const held = await rolesIn(tx, organisation, person);
    if (held.length === 0) return refuse({ code: "identity/no-such-person" });
    const everywhere = await membershipsOf(tx, person);
    const isOperator = everywhere.some(({ role }) => role === "operator");
    const isForeign = everywhere.some(({ id }) => id !== organisation && !manages(caller, id));
    const isAbove = isOperator || (isForeign && everywhere.some(({ role }) => role !== "student"));
    if (isAbove && !holds(caller, "operator")) return refuse({ code: "identity/no-such-person" });
    return ok(await givePassword(means, tx, organisation, person, caller.person));
  });
}

/**
 * Writes a generated password, ends the sessions and records it. The caller has checked the right.
 */
export async function givePassword(
  means: Means,
  tx: Tx,
  organisation: string,
  person: string,
  by: string,
): Promise<Credentials> {
  const password = generatePassword();
  const [row, account] = [await readPerson(tx, person), await readAccountOf(tx, person)];
  if (row === undefined || account === undefined) throw new Error("a member without an account");
  await writePassword(tx, person, hashGenerated(means.secrets, password), means.clock.now());
  await endSessions(tx, person);
  await writeAudit(means, tx, organisation, { deed: "password-reset", by, person });
  return { person, name: row.name, username: account.username, password };
}
