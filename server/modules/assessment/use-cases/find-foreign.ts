import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { belongsTo, holds, manages, organisationFacts } from "../../identity/index.ts";
import { type ForeignRow, readForeignRow } from "../store/foreign-store.ts";

export const unknownFramework = refuse({ code: "assessment/no-such-framework" });

/** Whether the caller sees what an organization keeps; the operator's is for everybody here. */
export async function seesForeign(sql: Sql, caller: Caller, organisation: string) {
  if (holds(caller, "operator") || belongsTo(caller, organisation)) return true;
  const facts = (await organisationFacts(sql, [organisation])).get(organisation);
  return facts?.kind === "operator";
}

/** One that the caller sees; a foreign school's is answered like none. */
export async function findForeign(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<ForeignRow>> {
  const row = await readForeignRow(sql, id);
  if (row === undefined || !(await seesForeign(sql, caller, row.organisation_id)))
    return unknownFramework;
  return ok(row);
}

/** The same for who maps it or sends it away. */
export async function findOwnForeign(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<ForeignRow>> {
  const row = await readForeignRow(sql, id);
  return row !== undefined && manages(caller, row.organisation_id) ? ok(row) : unknownFramework;
}
