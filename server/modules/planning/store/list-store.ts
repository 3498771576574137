import type { Sql } from "../../../platform/database/database.ts";
import type { PlanningTables, PostingTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PlanningTables>();

export interface PostingAsk {
  readonly organisation: string;
  readonly show: "all" | "relevant" | "queue" | "labeled";
  readonly import: string | null;
  readonly city: string | null;
  readonly roles: readonly string[] | null;
  readonly echelon: string | null;
  /** First day, and the first day after. */
  readonly from: string | null;
  readonly to: string | null;
  readonly posting: string | null;
  /** Import and row that the page comes after. */
  readonly after: readonly [string, number] | null;
  readonly limit: number;
}

/** Classified postings of one organization, in the order in which they came. */
export async function listRows(sql: Sql, ask: PostingAsk): Promise<PostingTable[]> {
  let rows = tables(sql)
    .selectFrom("planning.posting as p")
    .selectAll("p")
    .where("p.organisation_id", "=", ask.organisation)
    .where("p.is_relevant", "is not", null)
    .orderBy("p.import_id")
    .orderBy("p.row_number")
    .limit(ask.limit);
  if (ask.show === "relevant") rows = rows.where("p.is_relevant", "=", true);
  if (ask.show === "queue") rows = rows.where("p.is_queued", "=", true);
  if (ask.show === "labeled")
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("planning.label as l").select("l.by_id").whereRef("l.posting_id", "=", "p.id"),
      ),
    );
  if (ask.import !== null) rows = rows.where("p.import_id", "=", ask.import);
  if (ask.city !== null) rows = rows.where("p.city", "=", ask.city);
  if (ask.roles !== null) rows = rows.where("p.role", "in", [...ask.roles, ""]);
  if (ask.echelon !== null) rows = rows.where("p.echelon", "=", ask.echelon);
  if (ask.from !== null) rows = rows.where("p.posted_on", ">=", ask.from);
  if (ask.to !== null) rows = rows.where("p.posted_on", "<", ask.to);
  if (ask.posting !== null) rows = rows.where("p.id", "=", ask.posting);
  const { after } = ask;
  if (after !== null)
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("p.import_id", "p.row_number"), ">", tuple(after[0], after[1])),
    );
  return rows.execute();
}
