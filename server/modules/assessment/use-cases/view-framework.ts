import type { FrameworkView } from "@echelon/contract/assessment/framework.ts";
import { ok, type Outcome } from "@echelon/contract/platform/outcome.ts";
import { frameworkView } from "../framework-view.ts";

/** Anybody reads what a person can do and how it is seen. */
export async function viewFramework(): Promise<Outcome<FrameworkView>> {
  return ok(frameworkView());
}
