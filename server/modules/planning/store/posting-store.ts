import { arrayText, type Columns, insertMany } from "../../../platform/database/bulk.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { ClassifiedRow } from "../threads/classify-postings.ts";
import type { BlockedSighting, GroupedPosting } from "../threads/group-postings.ts";
import type { PlanningTables, PostingTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PlanningTables>();

const read = {
  import_id: "uuid",
  row_number: "integer",
  id: "uuid",
  organisation_id: "uuid",
  source_id: "uuid",
  source_key: "text",
  posted_on: "date",
  closed_on: "date",
  title: "text",
  description: "text",
  enterprise_hash: "text",
  enterprise_size: "text",
  city_said: "text",
  city: "text",
  salary_said: "text",
  salary_min_minor: "bigint",
  salary_max_minor: "bigint",
  salary_per: "text",
  pay_months: "integer",
  years_min: "integer",
  education: "text",
  openings: "integer",
  language: "text",
  flags: "text[]",
  block: "text",
  title_key: "text",
  text_hash: "bigint",
} as const;
type ReadRow = { [Name in keyof typeof read]: unknown };

/** Puts rows in as they were read. */
export async function insertPostings(tx: Tx, rows: readonly PostingTable[]): Promise<void> {
  const wire = rows.map((row): ReadRow => ({ ...row, flags: arrayText(row.flags) }));
  await insertMany(tx, "planning.posting", read as Columns<ReadRow>, wire);
}

export async function samplePostings(sql: Sql, id: string, most: number): Promise<PostingTable[]> {
  return tables(sql)
    .selectFrom("planning.posting")
    .selectAll()
    .where("import_id", "=", id)
    .orderBy("row_number")
    .limit(most)
    .execute();
}

/** Takes out rows whose source numbered them before, in this import or in one that counts. */
export async function dropSeen(tx: Tx, id: string): Promise<number> {
  const text = `
    delete from planning.posting p where p.import_id = $1 and p.source_key is not null
      and exists (
        select 1 from planning.posting o join planning.import i on i.id = o.import_id
        where o.source_id = p.source_id and o.source_key = p.source_key
          and ((o.import_id = p.import_id and o.row_number < p.row_number)
            or (o.import_id <> p.import_id and i.state <> 'open')))
    returning 1 as one`;
  return (await tx.rows(named("planning.drop-seen", text, [id]))).length;
}

/** Rows without a day get that of their import. */
export async function dateUndated(tx: Tx, id: string, day: string): Promise<void> {
  await tables(tx)
    .updateTable("planning.posting")
    .set({ posted_on: day })
    .where("import_id", "=", id)
    .where("posted_on", "is", null)
    .execute();
}

export type PostingWords = Pick<
  PostingTable,
  "id" | "row_number" | "title" | "description" | "years_min"
>;

/** The next rows of an import that no person has sorted. */
export async function nextRows(
  sql: Sql,
  id: string,
  from: number,
  most: number,
): Promise<PostingWords[]> {
  return tables(sql)
    .selectFrom("planning.posting")
    .select(["id", "row_number", "title", "description", "years_min"])
    .where("import_id", "=", id)
    .where("row_number", ">", from)
    .orderBy("row_number")
    .limit(most)
    .execute();
}

/** Writes classes. What a person said of a posting stays; only the reasons are told anew. */
export async function writeClasses(
  tx: Tx,
  rows: readonly ClassifiedRow[],
  model: number,
): Promise<void> {
  const text = `
    update planning.posting p set
      gate_score = u.gate_score,
      is_relevant = coalesce(l.is_relevant, u.is_relevant),
      role = case when l.posting_id is null then u.role else l.role end,
      second_role = u.second_role,
      echelon_points = u.echelon_points,
      competencies = u.competencies::text[],
      confidence_ppm = u.confidence_ppm,
      is_queued = u.is_queued and l.posting_id is null,
      reasons = u.reasons::jsonb,
      model_version = $10
    from unnest($1::uuid[], $2::int[], $3::bool[], $4::text[], $5::text[], $6::int[], $7::text[],
                $8::int[], $9::bool[], $11::text[])
      as u (id, gate_score, is_relevant, role, second_role, echelon_points, competencies,
            confidence_ppm, is_queued, reasons)
    left join lateral (
      select posting_id, is_relevant, role from planning.label
      where posting_id = u.id order by at desc, by_id limit 1
    ) l on true
    where p.id = u.id`;
  await tx.rows(
    named("planning.write-classes", text, [
      rows.map((row) => row.id),
      rows.map((row) => row.gate_score),
      rows.map((row) => row.is_relevant),
      rows.map((row) => row.role),
      rows.map((row) => row.second_role),
      rows.map((row) => row.echelon_points),
      rows.map((row) => arrayText(row.competencies)),
      rows.map((row) => row.confidence_ppm),
      rows.map((row) => row.is_queued),
      model,
      rows.map((row) => JSON.stringify(row.reasons)),
    ]),
  );
}

/** The next blocks that an import has a part in, in their order. */
export async function nextBlocks(sql: Sql, id: string, from: string, most: number) {
  const rows = await tables(sql)
    .selectFrom("planning.posting")
    .select("block")
    .distinct()
    .where("import_id", "=", id)
    .where("block", ">", from)
    .orderBy("block")
    .limit(most)
    .execute();
  return rows.map(({ block }) => block);
}

/** All that is in some blocks, of any import that counts. */
export async function sightingsIn(
  sql: Sql,
  blocks: readonly string[],
  dayOf: (date: string) => number,
): Promise<BlockedSighting[]> {
  const rows = await tables(sql)
    .selectFrom("planning.posting")
    .select(["id", "block", "posted_on", "title_key", "text_hash"])
    .where("block", "in", blocks)
    .where("is_relevant", "is not", null)
    .orderBy("block")
    .orderBy("id")
    .execute();
  return rows.map(({ id, block, posted_on, title_key, text_hash }) => ({
    id,
    block,
    day: posted_on === null ? null : dayOf(posted_on),
    titleKey: title_key,
    textHash: text_hash,
  }));
}

export async function writeGroups(tx: Tx, rows: readonly GroupedPosting[]): Promise<void> {
  const text = `
    update planning.posting p set
      group_id = u.group_id, group_size = u.group_size, windows = u.windows
    from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[])
      as u (id, group_id, group_size, windows)
    where p.id = u.id and (p.group_id, p.group_size, p.windows)
      is distinct from (u.group_id, u.group_size, u.windows)`;
  await tx.rows(
    named("planning.write-groups", text, [
      rows.map((row) => row.id),
      rows.map((row) => row.group_id),
      rows.map((row) => row.group_size),
      rows.map((row) => row.windows),
    ]),
  );
}

/** A city and role whose pay is compared. */
export interface PayCell {
  readonly place: string;
  readonly role: string;
}

const placeOf = "coalesce(city, city_said)";

/** The cities and roles that an import has relevant postings of. */
export async function payCells(sql: Sql, id: string): Promise<PayCell[]> {
  const text = `select distinct ${placeOf} as place, role from planning.posting
    where import_id = $1 and is_relevant and role is not null order by 1, 2`;
  return sql.rows(named("planning.pay-cells", text, [id]));
}

export interface RankedPosting {
  readonly id: string;
  readonly points: number;
  /** Middle of the pay in fen a month; null where no figure was said. */
  readonly pay: bigint | null;
  /** What a person said. */
  readonly labeled: string | null;
}

export async function postingsOfCell(sql: Sql, { place, role }: PayCell): Promise<RankedPosting[]> {
  const text = `select id, echelon_points as points,
      (salary_min_minor + salary_max_minor) / 2 as pay,
      (select l.echelon from planning.label l where l.posting_id = p.id
        order by at desc, by_id limit 1) as labeled
    from planning.posting p
    where ${placeOf} = $1 and role = $2 and is_relevant order by id`;
  return sql.rows(named("planning.cell-postings", text, [place, role]));
}

export async function writeEchelons(
  tx: Tx,
  rows: readonly { readonly id: string; readonly echelon: string }[],
): Promise<void> {
  const text = `update planning.posting p set echelon = u.echelon
    from unnest($1::uuid[], $2::text[]) as u (id, echelon)
    where p.id = u.id and p.echelon is distinct from u.echelon`;
  const [ids, echelons] = [rows.map(({ id }) => id), rows.map(({ echelon }) => echelon)];
  await tx.rows(named("planning.write-echelons", text, [ids, echelons]));
}
