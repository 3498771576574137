import {
  type AddPersonRequest,
  type Credentials,
  rolesOfKind,
} from "@echelon/contract/identity/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { manages } from "../may.ts";
import { generatePassword, hashGenerated } from "../passwords.ts";
import { lockNumbers, peopleByNumber } from "../store/membership-store.ts";
import { readOrganisation } from "../store/organisation-store.ts";
import { takenUsernames } from "../store/person-store.ts";
import { writeAudit } from "./list-audit.ts";
import { makePeople } from "./make-person.ts";

/** Makes an account for somebody of the organisation; the password is told once. */
export async function addPerson(
  means: Means,
  caller: Caller,
  organisation: string,
  { name, roles, number, username, locale }: AddPersonRequest,
): Promise<Outcome<Credentials>> {
  const password = generatePassword();
  return means.database.transaction(async (tx) => {
    const row = await readOrganisation(tx, organisation);
    if (row === undefined || !manages(caller, organisation)) {
      return refuse({ code: "identity/no-such-organisation" });
    }
    if (row.closed_at !== null) return refuse({ code: "identity/organisation-closed" });
    const foreign = roles.find((role) => !rolesOfKind[row.kind].includes(role));
    if (foreign !== undefined) {
      return refuse({ code: "identity/role-not-here", facts: { role: foreign, kind: row.kind } });
    }
    if (username !== undefined && (await takenUsernames(tx, [username])).size > 0) {
      return refuse({ code: "identity/username-taken", facts: { username } });
    }
    await lockNumbers(tx, organisation);
    if (number !== undefined && (await peopleByNumber(tx, organisation, [number])).size > 0) {
      return refuse({ code: "identity/number-taken", facts: { number } });
    }
    const [made] = await makePeople(means, tx, row, [
      {
        name,
        roles: [...new Set(roles)],
        number: number ?? null,
        username: username ?? null,
        locale: locale ?? caller.locale,
        password: hashGenerated(means.secrets, password),
      },
    ]);
    if (made === undefined) throw new Error("nobody was made");
    const { person } = made;
    const facts = { roles: roles.join(", ") };
    await writeAudit(means, tx, organisation, {
      deed: "person-added",
      by: caller.person,
      person,
      facts,
    });
    return ok({ person, name, username: made.username, password });
  });
}
