import { type RoleName, rolesOfKind } from "@echelon/contract/identity/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { manages } from "../may.ts";
import {
  beginMemberships,
  endMemberships,
  lockHolders,
  rolesIn,
} from "../store/membership-store.ts";
import { readOrganisation } from "../store/organisation-store.ts";
import { endSessions } from "../store/session-store.ts";
import { writeAudit } from "./list-audit.ts";
import { dateOf } from "./make-person.ts";

/** Sets what a person is in an organisation from now on. The person's sessions end. */
export async function setRoles(
  means: Means,
  caller: Caller,
  { organisation, person }: { readonly organisation: string; readonly person: string },
  roles: readonly RoleName[],
): Promise<Outcome<undefined>> {
  const { database, clock, newId } = means;
  return database.transaction(async (tx) => {
    const row = await readOrganisation(tx, organisation);
    if (row === undefined || !manages(caller, organisation)) {
      return refuse({ code: "identity/no-such-organisation" });
    }
    const foreign = roles.find((role) => !rolesOfKind[row.kind].includes(role));
    if (foreign !== undefined) {
      return refuse({ code: "identity/role-not-here", facts: { role: foreign, kind: row.kind } });
    }
    const operators = row.kind === "operator" ? await lockHolders(tx, "operator") : [];
    const held = await rolesIn(tx, organisation, person);
    if (held.length === 0) return refuse({ code: "identity/no-such-person" });
    const isLast = operators.every((operator) => operator === person);
    if (row.kind === "operator" && roles.length === 0 && isLast) {
      return refuse({ code: "identity/last-operator" });
    }
    const today = dateOf(clock.now());
    const ending = held.filter((role) => !roles.includes(role));
    const beginning = [...new Set(roles)].filter((role) => !held.includes(role));
    if (ending.length === 0 && beginning.length === 0) return ok();
    await endMemberships(tx, organisation, person, ending, today);
    const begin = { organisation_id: organisation, person_id: person, started_on: today };
    await beginMemberships(
      tx,
      beginning.map((role) => ({ ...begin, id: newId(), role })),
    );
    await endSessions(tx, person);
    const facts = { before: held.join(", "), after: roles.join(", ") };
    await writeAudit(means, tx, organisation, {
      deed: "roles-changed",
      by: caller.person,
      person,
      facts,
    });
    return ok();
  });
}
