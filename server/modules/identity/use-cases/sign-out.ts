import { ok } from "@echelon/contract/platform/outcome.ts";
import type { Means } from "../../../platform/module.ts";
import { deleteSession } from "../store/session-store.ts";

/** Ends the session in the database; a copied cookie opens nothing afterwards. */
export async function signOut({ database }: Means, token: string | null) {
  if (token !== null) await deleteSession(database, token);
  return ok();
}
