import { randomBytes } from "node:crypto";
import type { Holder } from "@echelon/connectors/open-badges/issue.ts";
import type { Tx } from "../../platform/database/database.ts";
import { enterOrganisation, numbersOf } from "../identity/index.ts";

const saltBytes = 16;
const freshSalt = () => randomBytes(saltBytes).toString("hex");

/**
 * By what the standard tells a holder: the number that each of these schools knows them by, which a
 * school can compare. Who has none is told by the account of this installation, and as such.
 */
export async function identitiesOf(
  tx: Tx,
  person: string,
  schools: readonly string[],
): Promise<readonly Holder[]> {
  const identities: Holder[] = [];
  for (const school of new Set(schools)) {
    await enterOrganisation(tx, school);
    const value = (await numbersOf(tx, school, [person])).get(person);
    if (value !== undefined)
      identities.push({ identityType: "sisSourcedId", value, salt: freshSalt() });
  }
  return identities.length > 0
    ? identities
    : [{ identityType: "systemId", value: person, salt: freshSalt() }];
}
