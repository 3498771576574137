import type { WhatIfResult } from "@echelon/contract/practice/study.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { PracticeTables, WhatIfTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

/** A store's questions, the latest first. */
export async function readWhatIfs(sql: Sql, season: string, store: number): Promise<WhatIfTable[]> {
  return tables(sql)
    .selectFrom("practice.what_if")
    .selectAll()
    .where("season_id", "=", season)
    .where("store", "=", store)
    .orderBy("what_if", "desc")
    .execute();
}

export async function readWhatIf(
  sql: Sql,
  season: string,
  store: number,
  whatIf: number,
): Promise<WhatIfTable | undefined> {
  return tables(sql)
    .selectFrom("practice.what_if")
    .selectAll()
    .where("season_id", "=", season)
    .where("store", "=", store)
    .where("what_if", "=", whatIf)
    .executeTakeFirst();
}

export async function insertWhatIf(tx: Tx, row: WhatIfTable): Promise<void> {
  await tables(tx).insertInto("practice.what_if").values(row).execute();
}

export async function writeWhatIfResult(
  tx: Tx,
  { season_id, store, what_if }: Pick<WhatIfTable, "season_id" | "store" | "what_if">,
  result: WhatIfResult,
): Promise<void> {
  await tables(tx)
    .updateTable("practice.what_if")
    .set({ result: JSON.stringify(result) as never })
    .where("season_id", "=", season_id)
    .where("store", "=", store)
    .where("what_if", "=", what_if)
    .execute();
}
