import type { OrganisationKind, OrganisationView } from "@echelon/contract/identity/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { pageItemsUsual } from "@echelon/contract/platform/paging.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Means } from "../../../platform/module.ts";
import { belongsTo, holds, manages } from "../may.ts";
import {
  type OrganisationRow,
  readOrganisation,
  searchOrganisations,
} from "../store/organisation-store.ts";

interface Ask {
  readonly kind?: OrganisationKind | undefined;
  readonly q?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** The operator sees all organisations, others those they belong to. */
export async function listOrganisations({ database }: Means, caller: Caller, ask: Ask) {
  const { kind = null, q = "", after, limit = pageItemsUsual } = ask;
  const isOperator = holds(caller, "operator");
  const [place = null] = decodeCursor(after, "id") ?? [];
  const rows = await database.reading((sql) =>
    searchOrganisations(sql, {
      ids: isOperator ? null : caller.roles.map(({ organisation }) => organisation),
      kind,
      part: q === "" ? null : q,
      after: place,
      limit: limit + 1,
    }),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({
    items: items.map((row) => viewOf(row, caller)),
    next: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
  });
}

/** A foreign organisation is answered like one that does not exist. */
export async function viewOrganisation(
  { database }: Means,
  caller: Caller,
  organisation: string,
): Promise<Outcome<OrganisationView>> {
  const mayLook = holds(caller, "operator") || belongsTo(caller, organisation);
  const row = mayLook ? await readOrganisation(database, organisation) : undefined;
  if (row === undefined) return refuse({ code: "identity/no-such-organisation" });
  return ok(viewOf(row, caller));
}

export function viewOf(row: OrganisationRow, caller: Caller): OrganisationView {
  return {
    id: row.id,
    kind: row.kind,
    name: { zh: row.name_zh, en: row.name_en },
    slug: row.slug,
    people: row.people,
    isClosed: row.closed_at !== null,
    mayManage: manages(caller, row.id),
  };
}
