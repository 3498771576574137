import { overlayLimits } from "@echelon/contract/assessment/overlay-limits.ts";
import type { OverlaysView, OverlayView } from "@echelon/contract/assessment/overlays.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holds, manages, organisationFacts, personNames } from "../../identity/index.ts";
import { fittingOf } from "../applied-framework.ts";
import { draftOf } from "../overlay-draft.ts";
import { type OverlayRow, readOverlays } from "../store/overlay-store.ts";
import { heldIn, mayAsk, placeOf } from "./find-overlay.ts";

/** What the caller's schools ask beyond the core, and their region; the operator sees all of it. */
export async function viewOverlays(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<OverlaysView>> {
  const all = await readOverlays(database, overlayLimits.overlaysMax);
  const own = new Set(caller.roles.map(({ organisation }) => organisation));
  const seesAll = holds(caller, "operator");
  const shown = all.filter((row) => seesAll || concerns(row, own));
  const ids = shown.flatMap(({ school_id: school, schools }) =>
    school === null ? (schools ?? []) : [school],
  );
  const facts = await organisationFacts(database, [...new Set([...ids, ...own])]);
  const names = await personNames(
    database,
    shown.map((row) => row.made_by),
  );
  return ok({
    overlays: shown.map((row) => viewOf(row, all, caller, names)),
    schools: [...facts.values()]
      .filter(({ kind }) => kind === "school")
      .map(({ id, name, isClosed }) => ({ id, name, mayMake: !isClosed && manages(caller, id) })),
    mayMakeRegions: seesAll,
  });
}

function concerns({ school_id, schools }: OverlayRow, own: ReadonlySet<string>): boolean {
  if (school_id !== null) return own.has(school_id);
  return schools === null || schools.some((school) => own.has(school));
}

function viewOf(
  row: OverlayRow,
  all: readonly OverlayRow[],
  caller: Caller,
  names: ReadonlyMap<string, string>,
): OverlayView {
  const place = placeOf(row);
  const beside = place.layer === "school" ? heldIn(all, place.school) : [row.body];
  const isEnded = row.ended_at !== null;
  const fitting = fittingOf(loadFramework(), beside);
  return {
    name: row.name,
    version: row.version,
    place,
    draft: draftOf(row.body),
    madeBy: names.get(row.made_by) ?? "",
    madeAt: row.made_at,
    isEnded,
    isLeftOut: !isEnded && !fitting.some(({ name }) => name === row.name),
    mayChange: mayAsk(caller, place),
  };
}
