import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AssessmentTables, BankQuestionTable, BankTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

export async function insertBank(tx: Tx, row: BankTable): Promise<void> {
  await tables(tx).insertInto("assessment.bank").values(row).execute();
}

export async function banksOfSchools(
  sql: Sql,
  schools: readonly string[],
  banksMax: number,
): Promise<BankTable[]> {
  if (schools.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.bank")
    .selectAll()
    .where("school_id", "in", schools)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(banksMax)
    .execute();
}

export async function readBank(sql: Sql, id: string): Promise<BankTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.bank")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds a bank, so that its questions are counted and changed one after the other. */
export async function holdBank(tx: Tx, id: string): Promise<BankTable | undefined> {
  return tables(tx)
    .selectFrom("assessment.bank")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function touchBank(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable("assessment.bank")
    .set({ changed_at: at })
    .where("id", "=", id)
    .execute();
}

/** How many questions of which topics and types some banks have. */
export interface BankCount {
  readonly bank_id: string;
  readonly type: string;
  readonly topics: readonly string[];
  readonly questions: number;
}

export async function countQuestions(
  sql: Sql,
  banks: readonly string[],
): Promise<readonly BankCount[]> {
  if (banks.length === 0) return [];
  const text = `select bank_id, body->>'type' as type, topics, count(*)::int as questions
    from assessment.bank_question where bank_id = any ($1::uuid[])
    group by bank_id, body->>'type', topics`;
  return sql.rows<BankCount>(named("assessment.count-questions", text, [banks]));
}

export async function questionsOfBanks(
  sql: Sql,
  banks: readonly string[],
): Promise<BankQuestionTable[]> {
  if (banks.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.bank_question")
    .selectAll()
    .where("bank_id", "in", banks)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
}

export async function readQuestion(
  sql: Sql,
  bank: string,
  id: string,
): Promise<BankQuestionTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.bank_question")
    .selectAll()
    .where("bank_id", "=", bank)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Rows of one insert: a question may have many kilobytes. */
const insertRows = 200;

/** Adds questions; those that the bank has word for word are left out. Gives how many came in. */
export async function insertQuestions(tx: Tx, rows: readonly BankQuestionTable[]): Promise<number> {
  let count = 0;
  for (let from = 0; from < rows.length; from += insertRows) {
    const values = rows
      .slice(from, from + insertRows)
      .map((row) => ({ ...row, body: JSON.stringify(row.body) as never }));
    const done = await tables(tx)
      .insertInto("assessment.bank_question")
      .values(values)
      .onConflict((conflict) => conflict.columns(["bank_id", "hash"]).doNothing())
      .executeTakeFirst();
    count += Number(done.numInsertedOrUpdatedRows ?? 0n);
  }
  return count;
}

export async function changeQuestion(
  tx: Tx,
  id: string,
  { body, hash, topics }: Pick<BankQuestionTable, "body" | "hash" | "topics">,
): Promise<void> {
  await tables(tx)
    .updateTable("assessment.bank_question")
    .set({ body: JSON.stringify(body) as never, hash, topics })
    .where("id", "=", id)
    .execute();
}

export async function giveTopics(
  tx: Tx,
  bank: string,
  questions: readonly string[],
  topics: readonly string[],
): Promise<void> {
  if (questions.length === 0) return;
  await tables(tx)
    .updateTable("assessment.bank_question")
    .set({ topics: [...topics] })
    .where("bank_id", "=", bank)
    .where("id", "in", questions)
    .execute();
}

export async function deleteQuestion(tx: Tx, bank: string, id: string): Promise<boolean> {
  const done = await tables(tx)
    .deleteFrom("assessment.bank_question")
    .where("bank_id", "=", bank)
    .where("id", "=", id)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** Hashes of what a bank has. */
export async function hashesOfBank(sql: Sql, bank: string): Promise<ReadonlySet<string>> {
  const rows = await tables(sql)
    .selectFrom("assessment.bank_question")
    .select("hash")
    .where("bank_id", "=", bank)
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}
