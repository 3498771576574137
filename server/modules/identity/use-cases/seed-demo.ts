import type { Means } from "../../../platform/module.ts";
import { demo, demoId, demoStudents } from "../demo.ts";
import { insertOrganisation, readOrganisation } from "../store/organisation-store.ts";
import { insertDemoAccount } from "../store/person-store.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { BothNames, OrganisationKind, RoleName } from "@echelon/contract/identity/shapes.ts";
import { makePeople } from "./make-person.ts";

export interface DemoOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly slug: string;
  readonly name: BothNames;
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly role: RoleName;
  readonly number?: string;
  readonly username?: string;
  /** Offers one click into this account, at this place of the list. */
  readonly account?: { readonly name: string; readonly place: number };
}

/**
 * Makes an organisation of the demonstration with its people; nobody of them has a password. Does
 * nothing when the organisation is there, so it may run again after it was killed.
 */
export async function seedOrganisation(
  means: Means,
  tx: Tx,
  organisation: DemoOrganisation,
  people: readonly DemoPerson[],
): Promise<boolean> {
  if ((await readOrganisation(tx, organisation.id)) !== undefined) return false;
  const { id, kind, slug, name } = organisation;
  const made_at = means.clock.now();
  await insertOrganisation(tx, { id, kind, slug, name_zh: name.zh, name_en: name.en, made_at });
  await makePeople(
    means,
    tx,
    organisation,
    people.map((person) => ({
      id: person.id,
      name: person.name,
      roles: [person.role],
      number: person.number ?? null,
      username: person.username ?? null,
      locale: "zh",
      password: null,
    })),
  );
  for (const { id: person_id, role, account } of people) {
    if (account === undefined) continue;
    const row = { account: account.name, place: account.place, person_id, role };
    await insertDemoAccount(tx, { ...row, organisation_id: id });
  }
  return true;
}

/** The school, the association, the government office and the operator of the demonstration. */
export async function seedDemo(means: Means): Promise<void> {
  await means.database.transaction(async (tx) => {
    await seedOrganisation(means, tx, demo.school, schoolPeople());
    await seedOrganisation(means, tx, demo.association, [
      {
        id: demoId("association officer"),
        name: "钱思敏",
        role: "officer",
        username: "zjca.office",
        account: { name: "association", place: 6 },
      },
    ]);
    await seedOrganisation(means, tx, demo.government, [
      {
        id: demoId("government officer"),
        name: "孙立群",
        role: "officer",
        username: "zjtalent.office",
      },
    ]);
    await seedOrganisation(means, tx, demo.operator, [
      {
        id: demoId("operator person"),
        name: "运行员",
        role: "operator",
        username: "operator.demo",
        account: { name: "operator", place: 5 },
      },
    ]);
  });
}

const accountsOfStudents = ["student", "student-2"] as const;

function schoolPeople(): DemoPerson[] {
  const { teacher, assistant } = demo;
  const students = demoStudents.map((name, at): DemoPerson => {
    const account = accountsOfStudents[at];
    return {
      id: demo.student(at),
      name,
      role: "student",
      number: `2301${String(at + 1).padStart(3, "0")}`,
      ...(account === undefined ? {} : { account: { name: account, place: at + 2 } }),
    };
  });
  return [
    { ...teacher, role: "teacher", number: "T0017", account: { name: "teacher", place: 1 } },
    { ...assistant, role: "assistant", number: "T0018" },
    { id: demoId("head"), name: "沈国良", role: "head", number: "T0001" },
    ...students,
  ];
}
