import { type ForeignFramework, readCasePackage } from "@echelon/connectors/case/read-package.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { belongsTo, holds, manages, organisationFacts } from "../../identity/index.ts";
import { readForeignRow } from "../store/foreign-store.ts";
import type { ForeignFrameworkTable } from "../store/framework-schema.ts";

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
): Promise<Outcome<ForeignFrameworkTable>> {
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
): Promise<Outcome<ForeignFrameworkTable>> {
  const row = await readForeignRow(sql, id);
  return row !== undefined && manages(caller, row.organisation_id) ? ok(row) : unknownFramework;
}

/** What was kept was read before, so it can be read again. */
export function frameworkIn({ content }: ForeignFrameworkTable): ForeignFramework {
  const reading = readCasePackage(content);
  if (!reading.ok) throw new Error(`a kept framework is ${reading.problem.code}`);
  return reading.framework;
}
