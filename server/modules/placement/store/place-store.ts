import type { PlaceReason } from "@echelon/contract/placement/rounds.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { ChoiceListTable, PlaceMarkTable, PlacementTables, PlaceTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PlacementTables>();

export async function insertPlace(tx: Tx, row: PlaceTable): Promise<void> {
  await tables(tx).insertInto("placement.place").values(row).execute();
}

export async function changePlace(
  tx: Tx,
  id: string,
  change: Partial<Pick<PlaceTable, "draft" | "agreed_by" | "agreed_at">>,
): Promise<void> {
  await tables(tx).updateTable("placement.place").set(change).where("id", "=", id).execute();
}

export async function writeReason(tx: Tx, id: string, reason: PlaceReason): Promise<void> {
  await tables(tx).updateTable("placement.place").set({ reason }).where("id", "=", id).execute();
}

export async function deletePlace(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom("placement.place").where("id", "=", id).execute();
}

export async function readPlace(sql: Sql, id: string): Promise<PlaceTable | undefined> {
  return tables(sql)
    .selectFrom("placement.place")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function placesOf(sql: Sql, round: string): Promise<PlaceTable[]> {
  return tables(sql)
    .selectFrom("placement.place")
    .selectAll()
    .where("round_id", "=", round)
    .orderBy("id")
    .execute();
}

/** Places of organizations, the newest rounds first. */
export async function placesOffered(
  sql: Sql,
  organisations: readonly string[],
  placesMax: number,
): Promise<PlaceTable[]> {
  if (organisations.length === 0) return [];
  return tables(sql)
    .selectFrom("placement.place")
    .selectAll()
    .where("organisation_id", "in", organisations)
    .orderBy("id", "desc")
    .limit(placesMax)
    .execute();
}

export async function listsOf(sql: Sql, round: string): Promise<ChoiceListTable[]> {
  return tables(sql)
    .selectFrom("placement.choice_list")
    .selectAll()
    .where("round_id", "=", round)
    .orderBy("person_id")
    .execute();
}

export async function listOf(
  sql: Sql,
  round: string,
  person: string,
): Promise<ChoiceListTable | undefined> {
  return tables(sql)
    .selectFrom("placement.choice_list")
    .selectAll()
    .where("round_id", "=", round)
    .where("person_id", "=", person)
    .executeTakeFirst();
}

export async function writeList(tx: Tx, row: ChoiceListTable): Promise<void> {
  const { places, revision, changed_at } = row;
  await tables(tx)
    .insertInto("placement.choice_list")
    .values(row)
    .onConflict((on) =>
      on.columns(["round_id", "person_id"]).doUpdateSet({ places, revision, changed_at }),
    )
    .execute();
}

export async function marksOf(sql: Sql, places: readonly string[]): Promise<PlaceMarkTable[]> {
  if (places.length === 0) return [];
  return tables(sql)
    .selectFrom("placement.place_mark")
    .selectAll()
    .where("place_id", "in", places)
    .execute();
}

export async function writeMark(tx: Tx, row: PlaceMarkTable): Promise<void> {
  const { permille, is_refused, by_id, at } = row;
  await tables(tx)
    .insertInto("placement.place_mark")
    .values(row)
    .onConflict((on) =>
      on.columns(["place_id", "person_id"]).doUpdateSet({ permille, is_refused, by_id, at }),
    )
    .execute();
}
