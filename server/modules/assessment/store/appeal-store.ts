import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AppealFindingTable, AppealTable } from "./appeal-schema.ts";
import type { AssessmentTables, DecisionTable, PieceTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** False when the decision, or the first step, has its appeal already. */
export async function insertAppeal(tx: Tx, row: AppealTable): Promise<boolean> {
  const made = await tables(tx)
    .insertInto("assessment.appeal")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return made !== undefined;
}

export async function readAppeal(sql: Sql, id: string): Promise<AppealTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.appeal")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds an appeal, so that of two who end it the second finds it ended. */
export async function holdAppeal(tx: Tx, id: string): Promise<AppealTable | undefined> {
  return tables(tx)
    .selectFrom("assessment.appeal")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function endAppeal(
  tx: Tx,
  id: string,
  change: Pick<AppealTable, "state" | "ended_at" | "revised_id">,
): Promise<void> {
  await tables(tx).updateTable("assessment.appeal").set(change).where("id", "=", id).execute();
}

export async function appealsOfPerson(sql: Sql, person: string, most: number) {
  return tables(sql)
    .selectFrom("assessment.appeal")
    .selectAll()
    .where("person_id", "=", person)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
}

/** Appeals in some classes and schools, open ones by their last day first, then the newest. */
export async function appealsIn(
  sql: Sql,
  {
    classes,
    schools,
  }: { readonly classes: readonly string[]; readonly schools: readonly string[] },
  most: number,
): Promise<AppealTable[]> {
  return sql.rows(
    named(
      "assessment.appeals-in",
      `select * from assessment.appeal where class_id = any($1) or school_id = any($2)
       order by state <> 'open', case when state = 'open' then due_on end, made_at desc, id
       limit $3`,
      [classes, schools, most],
    ),
  );
}

/** Appeals whose panels somebody sits on. */
export async function appealsOfMember(
  sql: Sql,
  person: string,
  most: number,
): Promise<AppealTable[]> {
  return sql.rows(
    named(
      "assessment.appeals-of-member",
      `select a.* from assessment.appeal a
       join assessment.panel_seat s on s.panel_id = a.id and s.left_at is null
       where s.person_id = $1
       order by a.state <> 'open', a.due_on, a.id limit $2`,
      [person, most],
    ),
  );
}

/** By first step, the second one where there is one. */
export async function secondSteps(
  sql: Sql,
  firsts: readonly string[],
): Promise<ReadonlyMap<string, AppealTable>> {
  if (firsts.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.appeal")
    .selectAll()
    .where("first_id", "in", firsts)
    .execute();
  return new Map(rows.flatMap((row) => (row.first_id === null ? [] : [[row.first_id, row]])));
}

/** Whether an appeal of somebody's certificate waits to be decided. */
export async function isAppealOpen(
  sql: Sql,
  person: string,
  role: string,
  echelon: string,
): Promise<boolean> {
  const row = await tables(sql)
    .selectFrom("assessment.appeal as a")
    .innerJoin("assessment.decision as d", "d.id", "a.decision_id")
    .select("a.id")
    .where("a.state", "=", "open")
    .where("d.person_id", "=", person)
    .where("d.role", "=", role)
    .where("d.echelon", "=", echelon)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertFinding(tx: Tx, row: AppealFindingTable): Promise<void> {
  await tables(tx).insertInto("assessment.appeal_finding").values(row).execute();
}

export async function findingsOf(
  sql: Sql,
  appeals: readonly string[],
): Promise<AppealFindingTable[]> {
  if (appeals.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.appeal_finding")
    .selectAll()
    .where("appeal_id", "in", appeals)
    .orderBy("at")
    .orderBy("person_id")
    .execute();
}

/** A piece that counted at a moment, with why it does not count today. */
export type PieceThen = PieceTable & {
  readonly reason: "withdrawn" | "replaced" | "contested" | null;
};

/** What counted of somebody at a moment, in the order in which it is folded. */
export async function piecesAt(sql: Sql, person: string, at: Date): Promise<PieceThen[]> {
  return sql.rows(
    named(
      "assessment.pieces-at",
      `select p.*, v.reason from assessment.piece p
       left join assessment.voiding v on v.piece_id = p.id
       where p.person_id = $1 and p.made_at <= $2 and (v.at is null or v.at > $2)
       order by p.competency, p.day, p.context_id, p.ordinal, p.id`,
      [person, at],
    ),
  );
}

/** Everybody who had a hand in a decision or in what it rests on, the person themselves too. */
export async function peopleOfDecision(sql: Sql, decision: string): Promise<ReadonlySet<string>> {
  const rows = await sql.rows<{ person: string }>(
    named("assessment.people-of-decision", handsInDecision, [decision]),
  );
  return new Set(rows.map(({ person }) => person));
}

const handsInDecision = `
  with recursive taken as (
    select * from assessment.decision where id = $1
    union
    select d.* from assessment.decision d join taken on d.id = taken.revises
  ), about as (select distinct person_id from taken)
  select person_id as person from about
  union select decided_by from taken
  union select s.signer_id from assessment.signature s join taken on s.decision_id = taken.id
  union select f.person_id from assessment.appeal_finding f
    join assessment.appeal a on a.id = f.appeal_id join taken on a.decision_id = taken.id
  union select p.rater_id from assessment.piece p join about using (person_id)
    where p.rater_id is not null
  union select m.rater_id from assessment.mark m
    join assessment.work w on w.id = m.work_id join about using (person_id)
  union select v.by_id from assessment.voiding v
    join assessment.piece p on p.id = v.piece_id join about using (person_id)
    where v.by_id is not null
  union select c.decided_by from assessment.contest c join about using (person_id)
    where c.decided_by is not null
  union select s.person_id from assessment.exam_signature s
    join assessment.exam_result r using (exam_id) join about on about.person_id = r.person_id
  union select c.rater_id from assessment.conflict c join about using (person_id)`;

/** Which of these decisions a later one of the same certificate stands over. */
export async function newerDecisions(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql.rows<{ id: string }>(
    named(
      "assessment.superseded-of",
      `select d.id from assessment.decision d
       where d.id = any($1) and exists (select from assessment.decision later
         where later.person_id = d.person_id and later.role = d.role
           and later.echelon = d.echelon
           and (later.decided_at, later.id) > (d.decided_at, d.id))`,
      [ids],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Decisions about somebody since a moment that have had no appeal and none stands over. */
export async function appealableOf(
  sql: Sql,
  person: string,
  since: Date,
): Promise<DecisionTable[]> {
  return sql.rows(
    named(
      "assessment.appealable-of",
      `select d.* from assessment.decision d
       where d.person_id = $1 and d.decided_at >= $2 and d.appeal_id is null
         and not exists (select from assessment.appeal a where a.decision_id = d.id)
         and not exists (select from assessment.decision later
           where later.person_id = d.person_id and later.role = d.role
             and later.echelon = d.echelon
             and (later.decided_at, later.id) > (d.decided_at, d.id))
       order by d.decided_at desc, d.id limit 50`,
      [person, since],
    ),
  );
}
