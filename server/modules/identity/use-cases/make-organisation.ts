import type {
  EditOrganisationRequest,
  MakeOrganisationRequest,
  OrganisationView,
} from "@echelon/contract/identity/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import {
  changeOrganisation,
  insertOrganisation,
  readOrganisation,
} from "../store/organisation-store.ts";
import { writeAudit } from "./list-audit.ts";
import { viewOf } from "./list-organisations.ts";

/** The operator makes a school, an enterprise, an association or a government office. */
export async function makeOrganisation(
  means: Means,
  caller: Caller,
  { kind, name, slug }: MakeOrganisationRequest,
): Promise<Outcome<OrganisationView>> {
  const id = means.newId();
  return means.database.transaction(async (tx) => {
    const names = { name_zh: name.zh, name_en: name.en };
    const row = { id, kind, slug, ...names, made_at: means.clock.now() };
    if (!(await insertOrganisation(tx, row))) {
      return refuse({ code: "identity/slug-taken", facts: { slug } });
    }
    await writeAudit(means, tx, id, { deed: "organisation-made", by: caller.person });
    return ok(viewOf({ ...row, closed_at: null, people: 0 }, caller));
  });
}

/** The operator renames or closes an organisation; closing ends what its roles allow. */
export async function editOrganisation(
  means: Means,
  caller: Caller,
  organisation: string,
  { name, isClosed }: EditOrganisationRequest,
): Promise<Outcome<OrganisationView>> {
  return means.database.transaction(async (tx) => {
    const row = await readOrganisation(tx, organisation);
    if (row === undefined) return refuse({ code: "identity/no-such-organisation" });
    // The operator's own would lock everybody out.
    const closes = row.kind === "operator" ? undefined : isClosed;
    await changeOrganisation(tx, organisation, {
      ...(name === undefined ? {} : { name_zh: name.zh, name_en: name.en }),
      ...(closes === undefined ? {} : { closed_at: closes ? means.clock.now() : null }),
    });
    await writeAudit(means, tx, organisation, {
      deed: closes === true ? "organisation-closed" : "organisation-changed",
      by: caller.person,
    });
    const changed = await readOrganisation(tx, organisation);
    return ok(viewOf(changed ?? row, caller));
  });
}
