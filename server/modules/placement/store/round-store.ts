import type { Sql, Tx } from "../../../platform/database/database.ts";
import type {
  AppealTable,
  PlacementTables,
  PlacingTable,
  PolicyMarkTable,
  RoundTable,
  RunTable,
} from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PlacementTables>();

/** Lists go into JSON as text: a driver would take them for arrays of SQL. */
function written(change: Partial<RoundTable>): Record<string, unknown> {
  const { regions, instance, ...plain } = change;
  return {
    ...plain,
    ...(regions === undefined ? {} : { regions: JSON.stringify(regions) }),
    ...(instance === undefined ? {} : { instance: JSON.stringify(instance) }),
  };
}

export async function insertRound(tx: Tx, row: RoundTable): Promise<void> {
  await tables(tx)
    .insertInto("placement.round")
    .values(written({ ...row, instance: undefined as never }) as never)
    .execute();
}

export async function changeRound(
  tx: Tx,
  id: string,
  change: Partial<Omit<RoundTable, "id" | "organisation_id">>,
): Promise<void> {
  await tables(tx)
    .updateTable("placement.round")
    .set(written(change) as never)
    .where("id", "=", id)
    .execute();
}

/** All rounds, the newest first; whose business each is, the use case asks. */
export async function readRounds(sql: Sql, roundsMax: number): Promise<RoundTable[]> {
  return tables(sql)
    .selectFrom("placement.round")
    .selectAll()
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(roundsMax)
    .execute();
}

export async function countRounds(sql: Sql, organisation: string): Promise<number> {
  const found = await tables(sql)
    .selectFrom("placement.round")
    .select((one) => one.fn.countAll<string>().as("count"))
    .where("organisation_id", "=", organisation)
    .executeTakeFirst();
  return Number(found?.count ?? 0);
}

export async function readRound(sql: Sql, id: string): Promise<RoundTable | undefined> {
  return tables(sql)
    .selectFrom("placement.round")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds a round, so that its states follow each other. */
export async function holdRound(tx: Tx, id: string): Promise<RoundTable | undefined> {
  return tables(tx)
    .selectFrom("placement.round")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps a round from going on while something is handed in to it. */
export async function shareRound(tx: Tx, id: string): Promise<RoundTable | undefined> {
  return tables(tx)
    .selectFrom("placement.round")
    .selectAll()
    .where("id", "=", id)
    .forShare()
    .executeTakeFirst();
}

export async function policyMarks(sql: Sql, round: string): Promise<PolicyMarkTable[]> {
  return tables(sql)
    .selectFrom("placement.policy_mark")
    .selectAll()
    .where("round_id", "=", round)
    .execute();
}

export async function writePolicyMark(tx: Tx, row: PolicyMarkTable): Promise<void> {
  const { permille, reason, by_id, at } = row;
  await tables(tx)
    .insertInto("placement.policy_mark")
    .values(row)
    .onConflict((on) =>
      on.columns(["round_id", "person_id"]).doUpdateSet({ permille, reason, by_id, at }),
    )
    .execute();
}

export async function insertRun(tx: Tx, row: RunTable): Promise<void> {
  await tables(tx).insertInto("placement.run").values(row).execute();
}

export async function lastRun(sql: Sql, round: string): Promise<RunTable | undefined> {
  return tables(sql)
    .selectFrom("placement.run")
    .selectAll()
    .where("round_id", "=", round)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

const insertRows = 500;

export async function insertPlacings(tx: Tx, rows: readonly PlacingTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += insertRows) {
    const values = rows
      .slice(from, from + insertRows)
      .map((row) => ({ ...row, reasons: JSON.stringify(row.reasons) as never }));
    await tables(tx).insertInto("placement.placing").values(values).execute();
  }
}

export async function readPlacings(sql: Sql, round: string): Promise<PlacingTable[]> {
  return tables(sql)
    .selectFrom("placement.placing")
    .selectAll()
    .where("round_id", "=", round)
    .orderBy("person_id")
    .execute();
}

export async function readPlacing(
  sql: Sql,
  round: string,
  person: string,
): Promise<PlacingTable | undefined> {
  return tables(sql)
    .selectFrom("placement.placing")
    .selectAll()
    .where("round_id", "=", round)
    .where("person_id", "=", person)
    .executeTakeFirst();
}

export async function insertAppeal(tx: Tx, row: AppealTable): Promise<void> {
  await tables(tx).insertInto("placement.appeal").values(row).execute();
}

export async function readAppeals(sql: Sql, round: string): Promise<AppealTable[]> {
  return tables(sql)
    .selectFrom("placement.appeal")
    .selectAll()
    .where("round_id", "=", round)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
}

export async function holdAppeal(tx: Tx, id: string): Promise<AppealTable | undefined> {
  return tables(tx)
    .selectFrom("placement.appeal")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function decideAppealRow(
  tx: Tx,
  id: string,
  change: Pick<AppealTable, "is_upheld" | "answer" | "decided_by" | "decided_at">,
): Promise<void> {
  await tables(tx).updateTable("placement.appeal").set(change).where("id", "=", id).execute();
}
