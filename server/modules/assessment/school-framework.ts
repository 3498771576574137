import type { Overlay } from "@echelon/courses/competency-framework.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { organisationFacts } from "../identity/index.ts";
import { placesOf, schoolOf } from "../teaching/index.ts";
import {
  type AppliedFramework,
  applyOverlays,
  coreFramework,
  coreOfVersion,
  partsOf,
} from "./applied-framework.ts";
import { overlaysOfSchool, overlayVersion } from "./store/overlay-store.ts";

/** What a school asks: the core with its region's overlays and its own. */
export async function frameworkOfSchool(sql: Sql, school: string): Promise<AppliedFramework> {
  return applyOverlays(await overlaysOfSchool(sql, school));
}

/** What is asked in a class: that of its school. */
export async function frameworkOfClass(sql: Sql, classId: string): Promise<AppliedFramework> {
  const school = await schoolOf(sql, classId);
  return school === undefined ? coreFramework() : frameworkOfSchool(sql, school);
}

/**
 * What is asked of a person: that of the school of the newest class in which they are, as a student
 * before anything else; the core of who is in none.
 */
export async function frameworkOfPerson(sql: Sql, person: string): Promise<AppliedFramework> {
  const school = await schoolOfPerson(sql, person);
  return school === undefined ? coreFramework() : frameworkOfSchool(sql, school);
}

async function schoolOfPerson(sql: Sql, person: string): Promise<string | undefined> {
  const places = [...(await placesOf(sql, person, false)).values()];
  return (places.findLast(({ role }) => role === "student") ?? places.at(-1))?.school;
}

/** The same for who is asking: a head without a class is under what the school asks. */
export async function frameworkOfCaller(sql: Sql, caller: Caller): Promise<AppliedFramework> {
  const school = await schoolOfPerson(sql, caller.person);
  if (school !== undefined) return frameworkOfSchool(sql, school);
  const facts = await organisationFacts(sql, [
    ...new Set(caller.roles.map(({ organisation }) => organisation)),
  ]);
  const own = caller.roles.find(({ organisation }) => facts.get(organisation)?.kind === "school");
  return own === undefined ? coreFramework() : frameworkOfSchool(sql, own.organisation);
}

/** A framework as it was when something was judged by it. */
export async function frameworkOfVersion(sql: Sql, version: string): Promise<AppliedFramework> {
  const parts = partsOf(version);
  if (parts === undefined) return coreFramework();
  const overlays: Overlay[] = [];
  for (const one of parts.overlays) {
    const found = await overlayVersion(sql, one.name, one.version);
    if (found !== undefined) overlays.push(found);
  }
  return applyOverlays(overlays, coreOfVersion(parts.core));
}
