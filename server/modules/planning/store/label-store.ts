import type {
  LabeledPosting,
  LearnedWords,
} from "@echelon/kernel/planning/demand/posting-model.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { LabelTable, ModelTable, PlanningTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PlanningTables>();

/** 0 while nothing was learned. */
export async function latestVersion(sql: Sql): Promise<number> {
  return (await latestModel(sql))?.version ?? 0;
}

export async function latestModel(sql: Sql): Promise<ModelTable | undefined> {
  return tables(sql)
    .selectFrom("planning.model")
    .selectAll()
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function learnedWords(sql: Sql, version: number): Promise<LearnedWords> {
  const row = await tables(sql)
    .selectFrom("planning.model")
    .select("learned")
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.learned ?? {};
}

export async function insertModel(tx: Tx, row: ModelTable): Promise<void> {
  await tables(tx)
    .insertInto("planning.model")
    .values({ ...row, learned: JSON.stringify(row.learned) as never })
    .execute();
}

export async function putLabel(tx: Tx, row: LabelTable): Promise<void> {
  await tables(tx)
    .insertInto("planning.label")
    .values(row)
    .onConflict((conflict) => conflict.columns(["posting_id", "by_id"]).doUpdateSet(row))
    .execute();
}

/** Writes what a person said over what was guessed. */
export async function applyLabel(tx: Tx, row: LabelTable): Promise<void> {
  await tables(tx)
    .updateTable("planning.posting")
    .set({
      is_relevant: row.is_relevant,
      role: row.role,
      echelon: row.echelon,
      is_queued: false,
    })
    .where("id", "=", row.posting_id)
    .execute();
}

export type LabelLine = Pick<LabelTable, "posting_id" | "by_id" | "is_relevant" | "role" | "at">;

/** All labels, of each posting the oldest first. */
export async function allLabels(sql: Sql): Promise<LabelLine[]> {
  return tables(sql)
    .selectFrom("planning.label")
    .select(["posting_id", "by_id", "is_relevant", "role", "at"])
    .orderBy("posting_id")
    .orderBy("at")
    .orderBy("by_id")
    .execute();
}

export async function labelsOf(sql: Sql, postings: readonly string[]): Promise<LabelTable[]> {
  if (postings.length === 0) return [];
  return tables(sql)
    .selectFrom("planning.label")
    .selectAll()
    .where("posting_id", "in", postings)
    .orderBy("at")
    .orderBy("by_id")
    .execute();
}

/** Labeled postings of a role with their texts and what was guessed, each by its latest label. */
export type Lesson = LabeledPosting & { readonly guessed: string | null; readonly at: Date };

export async function lessons(sql: Sql): Promise<Lesson[]> {
  const text = `select p.title, p.description, l.role, l.at,
      p.reasons->'roles'->0->>'role' as guessed
    from planning.posting p
    join lateral (select is_relevant, role, at from planning.label
      where posting_id = p.id order by at desc, by_id limit 1) l on true
    where l.is_relevant and l.role is not null order by p.id`;
  return sql.rows(named("planning.lessons", text, []));
}
