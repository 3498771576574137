import type { OverlayPlace } from "@echelon/contract/assessment/overlays.ts";
import type { Overlay } from "@echelon/courses/competency-framework.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { holds, manages, organisationFacts } from "../../identity/index.ts";
import type { OverlayRow } from "../store/overlay-store.ts";

/** Whether the caller says what is asked there: a school's head or officer, else the operator. */
export const mayAsk = (caller: Caller, place: OverlayPlace): boolean =>
  place.layer === "region" ? holds(caller, "operator") : manages(caller, place.school);

export const placeOf = ({ school_id: school, schools }: OverlayRow): OverlayPlace =>
  school === null ? { layer: "region", schools } : { layer: "school", school };

/** Whether all schools that a place names are schools, and open. */
export async function isOfSchools(sql: Sql, place: OverlayPlace): Promise<boolean> {
  const ids = place.layer === "school" ? [place.school] : [...new Set(place.schools)];
  const facts = await organisationFacts(sql, ids);
  return ids.every((id) => {
    const found = facts.get(id);
    return found !== undefined && found.kind === "school" && !found.isClosed;
  });
}

/** What holds in a school of some overlays: regions first, as they are laid. */
export function heldIn(rows: readonly OverlayRow[], school: string | null): readonly Overlay[] {
  const holding = rows.filter(
    (row) =>
      row.ended_at === null &&
      (row.school_id === null
        ? row.schools === null || (school !== null && row.schools.includes(school))
        : row.school_id === school),
  );
  return [
    ...holding.filter(({ layer }) => layer === "region"),
    ...holding.filter(({ layer }) => layer === "school"),
  ].map(({ body }) => body);
}
