import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { PanelSeatTable } from "./appeal-schema.ts";
import type { AssessmentTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

export async function insertSeat(tx: Tx, row: PanelSeatTable): Promise<void> {
  await tables(tx).insertInto("assessment.panel_seat").values(row).execute();
}

/** Everybody who was ever drawn for some panels; who has left as well. */
export async function seatsOf(sql: Sql, panels: readonly string[]): Promise<PanelSeatTable[]> {
  if (panels.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.panel_seat")
    .selectAll()
    .where("panel_id", "in", panels)
    .orderBy("seated_at")
    .orderBy("person_id")
    .execute();
}

export async function leaveSeat(
  tx: Tx,
  panel: string,
  person: string,
  change: Pick<PanelSeatTable, "left_at" | "left_text">,
): Promise<void> {
  await tables(tx)
    .updateTable("assessment.panel_seat")
    .set(change)
    .where("panel_id", "=", panel)
    .where("person_id", "=", person)
    .execute();
}
