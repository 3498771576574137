import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type {
  AssessmentTables,
  DecisionTable,
  GroundsTable,
  IssuingTable,
  SignatureTable,
} from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

export async function insertGrounds(tx: Tx, row: GroundsTable): Promise<void> {
  await tables(tx)
    .insertInto("assessment.decision_grounds")
    .values({ ...row, seasons: JSON.stringify(row.seasons) as never })
    .execute();
}

export async function readGrounds(sql: Sql, decision: string): Promise<GroundsTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.decision_grounds")
    .selectAll()
    .where("decision_id", "=", decision)
    .executeTakeFirst();
}

/** A decision to certify, and whether a later one of the same certificate stands over it. */
export type Pass = Pick<
  DecisionTable,
  "id" | "class_id" | "person_id" | "role" | "echelon" | "decided_at"
> & { readonly isNewest: boolean };

const newest = `
  not exists (select from assessment.decision later
    where later.person_id = d.person_id and later.role = d.role and later.echelon = d.echelon
      and (later.decided_at, later.id) > (d.decided_at, d.id))`;

const passes = (where: string) => `
  select d.id, d.class_id, d.person_id, d.role, d.echelon, d.decided_at,
    ${newest} as "isNewest"
  from assessment.decision d
  join assessment.decision_grounds on decision_id = d.id
  where d.verdict = 'pass' and ${where}
  order by d.decided_at desc, d.id desc limit 2000`;

export async function passesOfClasses(sql: Sql, classes: readonly string[]): Promise<Pass[]> {
  return sql.rows(named("assessment.passes-of-classes", passes("d.class_id = any($1)"), [classes]));
}

export async function passesOfPerson(sql: Sql, person: string): Promise<Pass[]> {
  return sql.rows(named("assessment.passes-of-person", passes("d.person_id = $1"), [person]));
}

/** Still counts, is of somebody else, and was not signed by the person of `$2`. */
const unsigned = `
  not exists (select from assessment.signature s
    where s.decision_id = d.id and s.signer_id = $2)
  and d.person_id <> $2 and ${newest}`;

/** Of some classes, what waits for the school's or the enterprise's signature of this person. */
export async function awaitingOfClasses(
  sql: Sql,
  classes: readonly string[],
  person: string,
): Promise<Pass[]> {
  const where = `d.class_id = any($1) and ${unsigned}
    and (select count(*) from assessment.signature s
      where s.decision_id = d.id and s.side <> 'association') < 2`;
  const of = named("assessment.awaiting-of-classes", passes(where), [classes, person]);
  return sql.rows(of);
}

/** Of an echelon, what both others have signed and an association has not. */
export async function awaitingOfEchelon(
  sql: Sql,
  echelon: string,
  person: string,
): Promise<Pass[]> {
  const where = `d.echelon = $1 and ${unsigned}
    and (select count(*) from assessment.signature s
      where s.decision_id = d.id and s.side <> 'association') = 2
    and not exists (select from assessment.signature s
      where s.decision_id = d.id and s.side = 'association')`;
  const of = named("assessment.awaiting-of-echelon", passes(where), [echelon, person]);
  return sql.rows(of);
}

export async function passesById(sql: Sql, ids: readonly string[]): Promise<Pass[]> {
  return sql.rows(named("assessment.passes-by-id", passes("d.id = any($1)"), [ids]));
}

/** The decisions against others who would sign them at once. */
export async function holdDecisions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx)
    .selectFrom("assessment.decision")
    .select("id")
    .where(({ eb, fn, val }) => eb("id", "=", fn.any(val([...ids]))))
    .orderBy("id")
    .forUpdate()
    .execute();
}

export async function readDecision(sql: Sql, id: string): Promise<DecisionTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.decision")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function signaturesOf(sql: Sql, ids: readonly string[]): Promise<SignatureTable[]> {
  if (ids.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.signature")
    .selectAll()
    .where(({ eb, fn, val }) => eb("decision_id", "=", fn.any(val([...ids]))))
    .orderBy("at")
    .orderBy("side")
    .execute();
}

export async function insertSignatures(tx: Tx, rows: readonly SignatureTable[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx).insertInto("assessment.signature").values(rows).execute();
}

export async function insertIssuing(tx: Tx, row: IssuingTable): Promise<void> {
  await tables(tx).insertInto("assessment.issuing").values(row).execute();
}

export async function readIssuing(sql: Sql, id: string): Promise<IssuingTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.issuing")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function newestIssuing(sql: Sql, classId: string): Promise<IssuingTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.issuing")
    .selectAll()
    .where("class_id", "=", classId)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
}

export async function tellIssued(
  tx: Tx,
  id: string,
  change: Pick<IssuingTable, "done" | "ended_at">,
): Promise<void> {
  await tables(tx).updateTable("assessment.issuing").set(change).where("id", "=", id).execute();
}
