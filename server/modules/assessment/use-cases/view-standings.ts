import type { ClassStandings, PersonStandings } from "@echelon/contract/assessment/evidence.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { studentsOf } from "../../teaching/index.ts";
import { plainDay } from "../calendar-day.ts";
import { frameworkOfClass, frameworkOfPerson } from "../school-framework.ts";
import { standingOf } from "../standings.ts";
import { readMastery } from "../store/piece-store.ts";
import { findLearner, findLedClass } from "./find-learner.ts";

/** What somebody has shown, competency by competency. */
export async function viewStandings(
  { database, clock }: Means,
  caller: Caller,
  person: string,
): Promise<Outcome<PersonStandings>> {
  const found = await findLearner(database, caller, person);
  if (!found.ok) return found;
  const now = clock.now();
  const framework = await frameworkOfPerson(database, person);
  const rows = await readMastery(database, [person]);
  return ok({
    person,
    name: found.value.name,
    day: plainDay(now),
    standings: rows.flatMap((row) => standingOf(framework, row, now) ?? []),
  });
}

/** A class over the core of a role and echelon: every student's band in each competency of it. */
export async function viewClassStandings(
  { database, clock }: Means,
  caller: Caller,
  classId: string,
  { role, echelon }: { readonly role: string; readonly echelon: string },
): Promise<Outcome<ClassStandings>> {
  const found = await findLedClass(database, caller, classId);
  if (!found.ok) return found;
  const framework = await frameworkOfClass(database, classId);
  const profile = framework.view.profiles.find(
    (one) => one.role === role && one.echelon === echelon,
  );
  if (profile === undefined) return refuse({ code: "assessment/unknown-profile" });
  const now = clock.now();
  const students = await studentsOf(database, classId);
  const rows = await readMastery(
    database,
    students.map(({ person }) => person),
  );
  const bands = new Map(
    rows.map((row) => [
      `${row.person_id} ${row.competency}`,
      standingOf(framework, row, now)?.band ?? null,
    ]),
  );
  return ok({
    day: plainDay(now),
    role,
    echelon,
    core: profile.core,
    students: students.map(({ person, name, number }) => ({
      person,
      name,
      number,
      bands: profile.core.map((competency) => bands.get(`${person} ${competency}`) ?? null),
    })),
  });
}
