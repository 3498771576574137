import type { Overlay } from "@echelon/courses/competency-framework.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { OverlayTable, OverlayVersionTable } from "./framework-schema.ts";
import type { AssessmentTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** An overlay as it is now. */
export type OverlayRow = OverlayTable & Omit<OverlayVersionTable, "name" | "version">;

function rows(sql: Sql) {
  return tables(sql)
    .selectFrom("assessment.overlay as o")
    .innerJoin("assessment.overlay_version as v", (join) =>
      join.onRef("v.name", "=", "o.name").onRef("v.version", "=", "o.version"),
    )
    .selectAll("o")
    .select(["v.body", "v.made_by", "v.made_at"])
    .orderBy("o.name");
}

/** All there are, ended ones too. */
export async function readOverlays(sql: Sql, overlaysMax: number): Promise<OverlayRow[]> {
  return rows(sql).limit(overlaysMax).execute();
}

export async function readOverlay(sql: Sql, name: string): Promise<OverlayRow | undefined> {
  return rows(sql).where("o.name", "=", name).executeTakeFirst();
}

/** Everybody who changes overlays waits here: each is checked against all the others. */
export async function holdOverlays(tx: Tx): Promise<void> {
  const lock = "select pg_advisory_xact_lock(hashtext('assessment.overlays'))";
  await tx.rows(named("assessment.hold-overlays", lock, []));
}

const ofSchoolText = `
  select v.body from assessment.overlay o
    join assessment.overlay_version v on v.name = o.name and v.version = o.version
   where o.ended_at is null
     and (o.school_id = $1 or (o.layer = 'region' and (o.schools is null or $1 = any (o.schools))))
   order by o.layer, o.name`;

/** What a school is under now: regions first, then its own, each by name. */
export async function overlaysOfSchool(sql: Sql, school: string): Promise<readonly Overlay[]> {
  const found = await sql.rows<{ body: Overlay }>(
    named("assessment.overlays-of-school", ofSchoolText, [school]),
  );
  return found.map(({ body }) => body);
}

/** One version of an overlay, which never changes. */
export async function overlayVersion(
  sql: Sql,
  name: string,
  version: string,
): Promise<Overlay | undefined> {
  const row = await tables(sql)
    .selectFrom("assessment.overlay_version")
    .select("body")
    .where("name", "=", name)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.body;
}

/** Puts an overlay in force as its row says. */
export async function writeOverlayRow(tx: Tx, row: OverlayTable): Promise<void> {
  const { name: _, ...change } = row;
  await tables(tx)
    .insertInto("assessment.overlay")
    .values(row)
    .onConflict((conflict) => conflict.column("name").doUpdateSet(change))
    .execute();
}

export async function insertOverlayVersion(tx: Tx, row: OverlayVersionTable): Promise<void> {
  await tables(tx)
    .insertInto("assessment.overlay_version")
    .values({ ...row, body: JSON.stringify(row.body) as never })
    .execute();
}

export async function endOverlayRow(tx: Tx, name: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable("assessment.overlay")
    .set({ ended_at: at })
    .where("name", "=", name)
    .execute();
}
