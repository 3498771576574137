import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { pageItemsUsual } from "@echelon/contract/platform/paging.ts";
import type { AuditRecord } from "@echelon/contract/identity/shapes.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Means } from "../../../platform/module.ts";
import { manages } from "../may.ts";
import { insertAudit, readAudit } from "../store/audit-store.ts";
import { enterOrganisation } from "../store/membership-store.ts";
import { readOrganisation } from "../store/organisation-store.ts";
import { readNames } from "../store/person-store.ts";

/** Who did what about whom. */
export interface Deed {
  readonly deed: string;
  readonly by: string | null;
  readonly person?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Records a deed in the transaction that does it. Enters the organisation. */
export async function writeAudit(
  { newId, clock }: Pick<Means, "newId" | "clock">,
  tx: Tx,
  organisation: string,
  { deed, by, person, facts = {} }: Deed,
): Promise<void> {
  await enterOrganisation(tx, organisation);
  await insertAudit(tx, {
    organisation_id: organisation,
    id: newId(),
    at: clock.now(),
    deed,
    by_id: by,
    person_id: person ?? null,
    facts,
  });
}

interface Page {
  readonly items: AuditRecord[];
  readonly next: string | null;
}

/** The records of an organisation, for those who answer for it. */
export async function listAudit(
  { database }: Means,
  caller: Caller,
  organisation: string,
  ask: { readonly after?: string | undefined; readonly limit?: number | undefined },
): Promise<Outcome<Page>> {
  const { after, limit = pageItemsUsual } = ask;
  const [place = null] = decodeCursor(after, "id") ?? [];
  return database.transaction(
    async (tx) => {
      const isKnown = (await readOrganisation(tx, organisation)) !== undefined;
      if (!isKnown || !manages(caller, organisation)) {
        return refuse({ code: "identity/no-such-organisation" });
      }
      await enterOrganisation(tx, organisation);
      const rows = await readAudit(tx, organisation, place, limit + 1);
      const shown = rows.slice(0, limit);
      const ids = shown.flatMap((row) => [row.by_id, row.person_id]).filter((id) => id !== null);
      const names = await readNames(tx, ids);
      const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? "" });
      const items = shown.map((row) => ({
        id: row.id,
        at: row.at,
        deed: row.deed,
        by: named(row.by_id),
        person: named(row.person_id),
        facts: row.facts,
      }));
      const last = shown.at(-1);
      const next = rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null;
      return ok({ items, next });
    },
    { isReadOnlySnapshot: true },
  );
}
