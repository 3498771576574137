import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { holdsIn, organisationFacts, type OrganisationFacts } from "../../identity/index.ts";

const unknown = refuse({ code: "identity/no-such-organisation" });

/**
 * An organization whose postings the caller keeps: an association's, a government's or an
 * enterprise's own. Those of others are answered like none.
 */
export async function findDesk(
  sql: Sql,
  caller: Caller,
  organisation: string,
): Promise<Outcome<OrganisationFacts>> {
  if (!holdsIn(caller, organisation, "officer", "planner")) return unknown;
  const facts = (await organisationFacts(sql, [organisation])).get(organisation);
  if (facts === undefined || facts.isClosed || facts.kind === "school") return unknown;
  return ok(facts);
}

/** The same for who orders people: an enterprise's office. */
export async function findEnterprise(
  sql: Sql,
  caller: Caller,
  organisation: string,
): Promise<Outcome<OrganisationFacts>> {
  const found = await findDesk(sql, caller, organisation);
  return found.ok && found.value.kind !== "enterprise" ? unknown : found;
}

/** The organizations for which the caller plans a region: associations and governments. */
export async function planningBodies(
  sql: Sql,
  caller: Caller,
): Promise<readonly OrganisationFacts[]> {
  const own = caller.roles.filter(({ role }) => role === "officer" || role === "planner");
  const ids = [...new Set(own.map(({ organisation }) => organisation))];
  const facts = await organisationFacts(sql, ids);
  return ids.flatMap((id) => {
    const found = facts.get(id);
    const plans = found?.kind === "association" || found?.kind === "government";
    return found !== undefined && plans && !found.isClosed ? [found] : [];
  });
}
