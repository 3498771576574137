import type { Caller } from "../../../platform/http/caller.ts";
import { writeAudit } from "../../identity/index.ts";
import { schoolOf } from "../../teaching/index.ts";
import type { PracticeMeans } from "../means.ts";
import type { SeasonRow } from "../store/season-store.ts";

type Export = "gradebook-exported" | "season-exported";

/** A line among the school's changes: who took marks or decisions of a class out of the house. */
export async function recordExport(
  means: PracticeMeans,
  caller: Caller,
  row: SeasonRow,
  deed: Export,
): Promise<void> {
  const classId = row.class_id;
  if (classId === null) return;
  await means.database.transaction(async (tx) => {
    const school = await schoolOf(tx, classId);
    if (school === undefined) return;
    const facts = { season: row.name, day: row.day - 1 };
    await writeAudit(means, tx, school, { deed, by: caller.person, facts });
  });
}
