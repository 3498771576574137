import type { FrameworkView } from "@echelon/contract/assessment/framework.ts";
import { ok, type Outcome } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { frameworkView } from "../framework-view.ts";
import { frameworkOfCaller } from "../school-framework.ts";

/**
 * Anybody reads what a person can do and how it is seen: who is signed in, with what their school
 * asks beyond the core.
 */
export async function viewFramework(
  { database }: Means,
  caller: Caller | null,
): Promise<Outcome<FrameworkView>> {
  if (caller === null) return ok(frameworkView());
  return ok((await frameworkOfCaller(database, caller)).view);
}
