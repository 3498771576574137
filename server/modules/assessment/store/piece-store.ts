import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AssessmentTables, MasteryTable, PieceTable, VoidingTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** Rows of one insert; more would not fit the parameters of a statement. */
const insertRows = 500;

export async function insertPieces(tx: Tx, rows: readonly PieceTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += insertRows) {
    const some = rows.slice(from, from + insertRows);
    const values = some.map((row) => ({ ...row, detail: JSON.stringify(row.detail) }));
    await tables(tx).insertInto("assessment.piece").values(values).execute();
  }
}

export async function insertVoidings(tx: Tx, rows: readonly VoidingTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += insertRows) {
    const some = rows.slice(from, from + insertRows);
    await tables(tx).insertInto("assessment.voiding").values(some).execute();
  }
}

/** A piece with why it no longer counts; null where it does. */
export type KnownPiece = PieceTable & { readonly reason: VoidingTable["reason"] | null };

/** Everything that a context ever showed, in the order in which it was made. */
export async function piecesOfContext(sql: Sql, context: string): Promise<KnownPiece[]> {
  return tables(sql)
    .selectFrom("assessment.piece as p")
    .leftJoin("assessment.voiding as v", "v.piece_id", "p.id")
    .selectAll("p")
    .select("v.reason")
    .where("p.context_id", "=", context)
    .orderBy("p.id")
    .execute();
}

/** Fair marks of published work, as far as they count. */
export async function marksOfAssignments(
  sql: Sql,
  assignments: readonly string[],
): Promise<Pick<PieceTable, "person_id" | "source" | "outcome_micro">[]> {
  if (assignments.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.piece as p")
    .leftJoin("assessment.voiding as v", "v.piece_id", "p.id")
    .select(["p.person_id", "p.source", "p.outcome_micro"])
    .where("v.piece_id", "is", null)
    .where("p.context_kind", "=", "assignment")
    .where("p.context_id", "in", assignments)
    .execute();
}

/**
 * What counts of some people, of one competency or of all, in the order in which it is folded: of
 * one day by context and place in it, so that evidence made anew folds to the same estimate.
 */
export async function countedPieces(
  sql: Sql,
  people: readonly string[],
  competencies?: readonly string[],
): Promise<PieceTable[]> {
  if (people.length === 0) return [];
  const all = tables(sql)
    .selectFrom("assessment.piece as p")
    .leftJoin("assessment.voiding as v", "v.piece_id", "p.id")
    .selectAll("p")
    .where("v.piece_id", "is", null)
    .where("p.person_id", "in", people)
    .orderBy("p.person_id")
    .orderBy("p.competency")
    .orderBy("p.day")
    .orderBy("p.context_id")
    .orderBy("p.ordinal")
    .orderBy("p.id");
  return (
    competencies === undefined ? all : all.where("p.competency", "in", competencies)
  ).execute();
}

/** What the fold reads of a piece. */
export type FoldedColumns = Pick<
  PieceTable,
  | "person_id"
  | "competency"
  | "scenario"
  | "day"
  | "outcome_micro"
  | "weight"
  | "difficulty"
  | "guess"
  | "slip"
>;

/** Everything that counts of everybody, in the order in which it is folded. */
export async function foldedColumns(sql: Sql): Promise<FoldedColumns[]> {
  return tables(sql)
    .selectFrom("assessment.piece as p")
    .leftJoin("assessment.voiding as v", "v.piece_id", "p.id")
    .select(["p.person_id", "p.competency", "p.day", "p.outcome_micro", "p.weight"])
    .select(["p.difficulty", "p.guess", "p.slip", "p.scenario"])
    .where("v.piece_id", "is", null)
    .orderBy("p.person_id")
    .orderBy("p.competency")
    .orderBy("p.day")
    .orderBy("p.context_id")
    .orderBy("p.ordinal")
    .orderBy("p.id")
    .execute();
}

/** All pieces of one person and competency, those that no longer count with their reasons. */
export async function piecesOfCompetency(
  sql: Sql,
  person: string,
  competency: string,
): Promise<(KnownPiece & { readonly note: string | null })[]> {
  return tables(sql)
    .selectFrom("assessment.piece as p")
    .leftJoin("assessment.voiding as v", "v.piece_id", "p.id")
    .selectAll("p")
    .select(["v.reason", "v.note"])
    .where("p.person_id", "=", person)
    .where("p.competency", "=", competency)
    .orderBy("p.day")
    .orderBy("p.context_id")
    .orderBy("p.ordinal")
    .orderBy("p.id")
    .execute();
}

export async function readPiece(sql: Sql, id: string): Promise<KnownPiece | undefined> {
  return tables(sql)
    .selectFrom("assessment.piece as p")
    .leftJoin("assessment.voiding as v", "v.piece_id", "p.id")
    .selectAll("p")
    .select("v.reason")
    .where("p.id", "=", id)
    .executeTakeFirst();
}

/**
 * Holds the estimates of some people until the transaction ends: two seasons of one person are read
 * at once, and the second fold must see what the first has written.
 */
export async function holdPeople(tx: Tx, people: readonly string[]): Promise<void> {
  const lock = `select pg_advisory_xact_lock(hashtext('assessment.person'), hashtext(person))
    from unnest($1::text[]) as person`;
  await tx.rows(named("assessment.hold-people", lock, [people.toSorted()]));
}

export async function writeMastery(tx: Tx, rows: readonly MasteryTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += insertRows) {
    await tables(tx)
      .insertInto("assessment.mastery")
      .values(rows.slice(from, from + insertRows))
      .onConflict((conflict) =>
        conflict.columns(["person_id", "competency"]).doUpdateSet((row) => ({
          theta: row.ref("excluded.theta"),
          variance: row.ref("excluded.variance"),
          day: row.ref("excluded.day"),
          pieces: row.ref("excluded.pieces"),
          contexts: row.ref("excluded.contexts"),
          raters: row.ref("excluded.raters"),
        })),
      )
      .execute();
  }
}

/** Forgets estimates of which nothing counts any more. */
export async function dropMastery(
  tx: Tx,
  of: readonly { readonly person: string; readonly competency: string }[],
): Promise<void> {
  if (of.length === 0) return;
  const text = `delete from assessment.mastery m
    using unnest($1::uuid[], $2::text[]) as gone (person_id, competency)
    where m.person_id = gone.person_id and m.competency = gone.competency`;
  const values = [of.map(({ person }) => person), of.map(({ competency }) => competency)];
  await tx.rows(named("assessment.drop-mastery", text, values));
}

/** Every estimate that there is. */
export async function allMastery(
  sql: Sql,
): Promise<Pick<MasteryTable, "person_id" | "competency" | "pieces">[]> {
  return tables(sql)
    .selectFrom("assessment.mastery")
    .select(["person_id", "competency", "pieces"])
    .orderBy("person_id")
    .orderBy("competency")
    .execute();
}

export async function readMastery(sql: Sql, people: readonly string[]): Promise<MasteryTable[]> {
  if (people.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.mastery")
    .selectAll()
    .where("person_id", "in", people)
    .orderBy("person_id")
    .orderBy("competency")
    .execute();
}
