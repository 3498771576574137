import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AssessmentTables, ExamTable, MeasurementTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** Holds the measurements of a class until the transaction ends: two at once would be two. */
export async function holdMeasurements(tx: Tx, classId: string): Promise<void> {
  const lock = `select pg_advisory_xact_lock(hashtext('assessment.measurement'), hashtext($1))`;
  await tx.rows(named("assessment.hold-measurements", lock, [classId]));
}

export async function insertMeasurement(tx: Tx, row: MeasurementTable): Promise<void> {
  await tables(tx).insertInto("assessment.measurement").values(row).execute();
}

export async function readMeasurement(sql: Sql, id: string): Promise<MeasurementTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.measurement")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** With its tests, when it is taken back. */
export async function deleteMeasurement(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom("assessment.measurement").where("id", "=", id).execute();
}

/** Measurements of some classes or of some schools, the newest first. */
export async function readMeasurements(
  sql: Sql,
  of: "class_id" | "school_id",
  ids: readonly string[],
  most: number,
): Promise<MeasurementTable[]> {
  if (ids.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.measurement")
    .selectAll()
    .where(of, "in", ids)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
}

/** The tests of some measurements, each one's test before first. */
export async function testsOf(sql: Sql, measurements: readonly string[]): Promise<ExamTable[]> {
  if (measurements.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.exam")
    .selectAll()
    .where("measurement_id", "in", measurements)
    .orderBy("measurement_id")
    .orderBy("moment", "desc")
    .execute();
}

/** Holds the tests of a measurement, so that what is done with them follows each other. */
export async function holdTests(tx: Tx, measurement: string): Promise<ExamTable[]> {
  return tables(tx)
    .selectFrom("assessment.exam")
    .selectAll()
    .where("measurement_id", "=", measurement)
    .orderBy("moment", "desc")
    .forUpdate()
    .execute();
}
