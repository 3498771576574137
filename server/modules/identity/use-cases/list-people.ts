import type { PersonRow, RoleName } from "@echelon/contract/identity/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { pageItemsUsual } from "@echelon/contract/platform/paging.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Means } from "../../../platform/module.ts";
import { manages } from "../may.ts";
import { enterOrganisation } from "../store/membership-store.ts";
import { readOrganisation, searchPeople } from "../store/organisation-store.ts";

interface Ask {
  readonly role?: RoleName | undefined;
  readonly q?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

interface Page {
  readonly items: PersonRow[];
  readonly next: string | null;
}

/** The people of an organisation by name, for those who answer for it. */
export async function listPeople(
  { database }: Means,
  caller: Caller,
  organisation: string,
  ask: Ask,
): Promise<Outcome<Page>> {
  const { role = null, q = "", after, limit = pageItemsUsual } = ask;
  return database.transaction(
    async (tx) => {
      const isKnown = (await readOrganisation(tx, organisation)) !== undefined;
      if (!isKnown || !manages(caller, organisation)) {
        return refuse({ code: "identity/no-such-organisation" });
      }
      await enterOrganisation(tx, organisation);
      const rows = await searchPeople(tx, organisation, {
        role,
        part: q === "" ? null : q,
        after: decodeCursor(after, "text", "id"),
        limit: limit + 1,
      });
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const next =
        rows.length > limit && last !== undefined ? encodeCursor([last.name, last.id]) : null;
      return ok({ items: items.map((row) => ({ ...row, roles: [...row.roles] })), next });
    },
    { isReadOnlySnapshot: true },
  );
}
