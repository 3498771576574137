import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { ClassView } from "@echelon/contract/teaching/shapes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classView, classViews, findClass, findClasses } from "./find-class.ts";

export async function listClasses(
  { database }: Means,
  caller: Caller,
  isArchived: boolean,
): Promise<Outcome<ClassView[]>> {
  return ok(await classViews(database, await findClasses(database, caller, isArchived)));
}

export async function viewClass(
  { database }: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<ClassView>> {
  const found = await findClass(database, caller, classId);
  return found.ok ? ok(await classView(database, found.value)) : found;
}
