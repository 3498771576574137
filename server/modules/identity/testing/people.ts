/** Organisations and people for tests of this module and of those that need it. */
import type { OrganisationKind, RoleName } from "@echelon/contract/identity/shapes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { insertOrganisation } from "../store/organisation-store.ts";
import { makePeople } from "../use-cases/make-person.ts";

export interface PlantedOrganisation {
  readonly id: string;
  readonly slug: string;
}

export async function plantOrganisation(
  means: Means,
  kind: OrganisationKind,
  slug: string,
): Promise<PlantedOrganisation> {
  const id = means.newId();
  const made_at = means.clock.now();
  await means.database.transaction((tx) =>
    insertOrganisation(tx, { id, kind, slug, name_zh: `${slug}（中文）`, name_en: slug, made_at }),
  );
  return { id, slug };
}

export interface PersonPlan {
  readonly name?: string;
  readonly role: RoleName;
  readonly number?: string;
  readonly username?: string;
  /** A hash. */
  readonly password?: string | null;
}

export type PlantedPerson = Caller & { readonly username: string };

/** Makes somebody and gives who they are as a caller. */
export async function plantPerson(
  means: Means,
  organisation: PlantedOrganisation,
  { name = "某人", role, number, username, password = null }: PersonPlan,
): Promise<PlantedPerson> {
  const [made] = await means.database.transaction((tx) =>
    makePeople(means, tx, organisation, [
      {
        name,
        roles: [role],
        number: number ?? null,
        username: username ?? null,
        locale: "zh",
        password,
      },
    ]),
  );
  const { person = "", username: given = "" } = made ?? {};
  const roles = [{ organisation: organisation.id, role }];
  return { person, username: given, locale: "zh", roles };
}
