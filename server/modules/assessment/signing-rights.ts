import type { SigningSide } from "@echelon/contract/assessment/signatures.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { holdsIn, organisationFacts } from "../identity/index.ts";
import { classAccess, schoolOf } from "../teaching/index.ts";
import type { Pass } from "./store/signature-store.ts";
import type { SignatureTable } from "./store/schema.ts";

/** Echelon of which an association signs, too, and whose panel it sat on. */
export const associationEchelon = "E3";

/** Who has to sign a certificate of an echelon, in the order of their names on it. */
export function sidesOf(echelon: string): readonly SigningSide[] {
  return echelon === associationEchelon
    ? ["school", "enterprise", "association"]
    : ["school", "enterprise"];
}

/** The sides for which the caller can sign a certificate, each with their organization. */
export type Rights = (
  pass: Pass,
  signatures: readonly SignatureTable[],
) => Promise<ReadonlyMap<SigningSide, string>>;

/**
 * A teacher of the class, or an office of its school, signs for the school; a mentor of the class
 * for their enterprise; an office of an association for it, once both others have signed.
 */
export async function signingRights(sql: Sql, caller: Caller): Promise<Rights> {
  const facts = await organisationFacts(sql, [
    ...new Set(caller.roles.map(({ organisation }) => organisation)),
  ]);
  const ownOf = (kind: string, ...roles: readonly string[]) =>
    caller.roles.find(
      ({ organisation, role }) => roles.includes(role) && facts.get(organisation)?.kind === kind,
    )?.organisation;
  const enterprise = ownOf("enterprise", "mentor");
  const association = ownOf("association", "officer", "planner");
  const ofClass = async (id: string) => {
    const access = await classAccess(sql, caller, id);
    const school = await schoolOf(sql, id);
    const isOffice = school !== undefined && holdsIn(caller, school, "head", "officer");
    const found = new Map<SigningSide, string>();
    if (school !== undefined && (access === "teacher" || isOffice)) found.set("school", school);
    if (enterprise !== undefined && access === "mentor") found.set("enterprise", enterprise);
    return found;
  };
  const classes = new Map<string, Promise<ReadonlyMap<SigningSide, string>>>();
  return async ({ class_id: id, echelon }, signatures) => {
    const known = classes.get(id) ?? ofClass(id);
    classes.set(id, known);
    const sides = new Map(await known);
    const isSignedByBoth = signatures.filter(({ side }) => side !== "association").length > 1;
    if (association !== undefined && echelon === associationEchelon && isSignedByBoth)
      sides.set("association", association);
    return sides;
  };
}
