import type { LabelRequest, PostingView } from "@echelon/contract/planning/postings.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { pageItemsUsual } from "@echelon/contract/platform/paging.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Means } from "../../../platform/module.ts";
import { isoOfQuarter, quarterNamed } from "../calendar-days.ts";
import { ownRegion, regionView } from "../region-view.ts";
import { applyLabel, labelsOf, putLabel } from "../store/label-store.ts";
import { listRows, type PostingAsk } from "../store/list-store.ts";
import type { LabelTable, PostingTable } from "../store/schema.ts";
import { findDesk } from "./find-desk.ts";

interface Ask {
  readonly show?: PostingAsk["show"] | undefined;
  readonly import?: string | undefined;
  readonly city?: string | undefined;
  readonly family?: string | undefined;
  readonly echelon?: string | undefined;
  readonly quarter?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

interface Page {
  readonly items: PostingView[];
  readonly next: string | null;
}

/** An organization's own postings with what was made of each, and why. */
export async function listPostings(
  { database }: Means,
  caller: Caller,
  organisation: string,
  ask: Ask,
): Promise<Outcome<Page>> {
  const found = await findDesk(database, caller, organisation);
  if (!found.ok) return found;
  const { limit = pageItemsUsual, quarter } = ask;
  const family = ownRegion().families.find(({ id }) => id === ask.family);
  const first = quarter === undefined ? null : quarterNamed(quarter);
  const after = decodeCursor(ask.after, "id", "integer");
  return database.reading(async (sql) => {
    const rows = await listRows(sql, {
      organisation,
      show: ask.show ?? "all",
      import: ask.import ?? null,
      city: ask.city ?? null,
      roles: ask.family === undefined ? null : (family?.roles ?? []),
      echelon: ask.echelon ?? null,
      from: first === null ? null : isoOfQuarter(first),
      to: first === null ? null : isoOfQuarter(first + 1),
      posting: null,
      after,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next =
      rows.length > limit && last !== undefined
        ? encodeCursor([last.import_id, last.row_number])
        : null;
    return ok({ items: await viewsOf(sql, caller, shown), next });
  });
}

async function viewsOf(
  sql: Sql,
  caller: Caller,
  rows: readonly PostingTable[],
): Promise<PostingView[]> {
  const labels = Map.groupBy(
    await labelsOf(
      sql,
      rows.map(({ id }) => id),
    ),
    ({ posting_id }) => posting_id,
  );
  return rows.map((row) => viewOf(row, labels.get(row.id) ?? [], caller.person));
}

const excerptChars = 600;
const ppm = 1_000_000;
const noReasons = {
  gateScore: 0,
  gateWords: [],
  against: null,
  roles: [],
  points: { years: 0, title: 0, leading: 0 },
  cutter: "",
};

function viewOf(row: PostingTable, labels: readonly LabelTable[], person: string): PostingView {
  const said = labels.at(-1);
  return {
    id: row.id,
    row: row.row_number,
    title: row.title,
    excerpt: row.description.slice(0, excerptChars),
    city: row.city_said,
    salary: row.salary_said,
    openings: row.openings,
    postedOn: row.posted_on,
    flags: row.flags as PostingView["flags"],
    groupSize: row.group_size ?? 1,
    isRelevant: row.is_relevant === true,
    role: row.role,
    secondRole: row.second_role,
    echelon: row.echelon,
    competencies: row.competencies ?? [],
    confidence: (row.confidence_ppm ?? 0) / ppm,
    isQueued: row.is_queued,
    label:
      said === undefined
        ? null
        : { isRelevant: said.is_relevant, role: said.role, echelon: said.echelon },
    labels: labels.length,
    isLabeledByMe: labels.some(({ by_id }) => by_id === person),
    model: row.model_version ?? 0,
    reasons: row.reasons ?? noReasons,
  };
}

/** Says what a posting is; it counts as that from now on, whatever a model thinks. */
export async function labelPosting(
  { database, clock }: Means,
  caller: Caller,
  { organisation, posting }: { readonly organisation: string; readonly posting: string },
  { isRelevant, role, echelon }: LabelRequest,
): Promise<Outcome<PostingView>> {
  return database.transaction(async (tx) => {
    const found = await findDesk(tx, caller, organisation);
    if (!found.ok) return found;
    if (isRelevant && !isCell(role, echelon)) return refuse({ code: "planning/unknown-role" });
    const [row] = await listRows(tx, { ...one, organisation, posting });
    if (row === undefined) return refuse({ code: "planning/no-such-posting" });
    const label: LabelTable = {
      posting_id: posting,
      by_id: caller.person,
      is_relevant: isRelevant,
      role: isRelevant ? role : null,
      echelon: isRelevant ? echelon : null,
      at: clock.now(),
    };
    await putLabel(tx, label);
    await applyLabel(tx, label);
    const [after] = await listRows(tx, { ...one, organisation, posting });
    return ok((await viewsOf(tx, caller, [after ?? row]))[0]!);
  });
}

const one = {
  show: "all",
  import: null,
  city: null,
  roles: null,
  echelon: null,
  from: null,
  to: null,
  after: null,
  limit: 1,
} as const;

export function isCell(role: string | null, echelon: string | null): boolean {
  const { roles, echelons } = regionView();
  return roles.some(({ code }) => code === role) && echelons.some(({ code }) => code === echelon);
}
