import { overlayLimits } from "@echelon/contract/assessment/overlay-limits.ts";
import type {
  OverlayFinding,
  OverlayPlace,
  OverlayWritten,
  WriteOverlayRequest,
} from "@echelon/contract/assessment/overlays.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  type FrameworkFinding,
  loadFramework,
  overlay,
  type Overlay,
} from "@echelon/courses/competency-framework.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { fittingOf } from "../applied-framework.ts";
import { overlayOf, versionAfter } from "../overlay-draft.ts";
import {
  endOverlayRow,
  holdOverlays,
  insertOverlayVersion,
  type OverlayRow,
  readOverlay,
  readOverlays,
  writeOverlayRow,
} from "../store/overlay-store.ts";
import { heldIn, isOfSchools, mayAsk, placeOf } from "./find-overlay.ts";

const { overlaysMax, ofSchoolMax } = overlayLimits;
const findingsMax = 200;

/**
 * Says what is wrong with what a region or school wants to ask, or puts it in force. It is laid
 * beside all that its schools are under already, so that a conflict is told with both places.
 */
export async function writeOverlay(
  { database, clock }: Means,
  caller: Caller,
  name: string,
  wish: WriteOverlayRequest,
): Promise<Outcome<OverlayWritten>> {
  return database.transaction(async (tx) => {
    const { place } = wish;
    if (!mayAsk(caller, place) || !(await isOfSchools(tx, place)))
      return refuse({ code: "platform/not-allowed" });
    await holdOverlays(tx);
    const all = await readOverlays(tx, overlaysMax);
    const before = all.find((row) => row.name === name);
    const refusal = clashOf(caller, wish, before, all.length);
    if (refusal !== null) return refusal;
    const { overlay: read, findings: ofShape } = overlayOf(name, place.layer, wish.draft);
    if (read === null) return ok({ findings: told(ofShape), version: null, isTaken: false });
    const others = all.filter((row) => row.name !== name);
    if (groupsOf(others, place).some((group) => group.length >= ofSchoolMax))
      return refuse({ code: "assessment/too-many-kept", facts: { max: ofSchoolMax } });
    const findings = findingsOf(others, place, read);
    if (findings.length > 0) return ok({ findings: told(findings), version: null, isTaken: false });
    const version = versionAfter(loadFramework(), before?.body, read);
    if (wish.does === "take") {
      const row = { ...rowOf(place), name, version, ended_at: null };
      await writeOverlayRow(tx, row);
      const made = { made_by: caller.person, made_at: clock.now() };
      if (version !== before?.version)
        await insertOverlayVersion(tx, { name, version, body: { ...read, version }, ...made });
    }
    return ok({ findings: [], version, isTaken: wish.does === "take" });
  });
}

/** It asks nothing from now on; its name stays taken, because evidence tells it. */
export async function endOverlay(
  { database, clock }: Means,
  caller: Caller,
  name: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    await holdOverlays(tx);
    const row = await readOverlay(tx, name);
    if (row === undefined || !mayAsk(caller, placeOf(row)))
      return refuse({ code: "assessment/no-such-overlay" });
    if (row.ended_at === null) await endOverlayRow(tx, name, clock.now());
    return ok(undefined);
  });
}

/** Why a wish does not meet what is there; null where it does. */
function clashOf(
  caller: Caller,
  { place, after }: WriteOverlayRequest,
  before: OverlayRow | undefined,
  count: number,
) {
  if (before === undefined) {
    if (after !== null) return refuse({ code: "assessment/no-such-overlay" });
    if (count < overlaysMax) return null;
    return refuse({ code: "assessment/too-many-kept", facts: { max: overlaysMax } });
  }
  const held = placeOf(before);
  const isSame =
    held.layer === place.layer && (place.layer === "region" || before.school_id === place.school);
  if (!isSame || after === null || !mayAsk(caller, held))
    return refuse({ code: "assessment/overlay-name-taken" });
  return after === before.version ? null : refuse({ code: "assessment/overlay-changed" });
}

const rowOf = (place: OverlayPlace) =>
  place.layer === "school"
    ? { layer: place.layer, school_id: place.school, schools: null }
    : { layer: place.layer, school_id: null, schools: place.schools };

/** What each school of a place is under beside it, where that is anything; and a school without. */
function groupsOf(others: readonly OverlayRow[], place: OverlayPlace): readonly Overlay[][] {
  const named = others.flatMap(({ school_id: school, schools }) =>
    school === null ? (schools ?? []) : [school],
  );
  const schools = place.layer === "school" ? [place.school] : (place.schools ?? named);
  const held = [null, ...new Set(schools)].map((school) =>
    // A school's own is laid beside what its school is under, and nowhere else.
    place.layer === "school" && school === null ? [] : [...heldIn(others, school)],
  );
  const groups = new Map(held.map((group) => [group.map(({ name }) => name).join(" "), group]));
  return [...groups.values()];
}

function findingsOf(
  others: readonly OverlayRow[],
  place: OverlayPlace,
  read: Overlay,
): readonly FrameworkFinding[] {
  const core = loadFramework();
  const found = groupsOf(others, place).flatMap(
    (group) => overlay(core, [...fittingOf(core, group), read]).findings,
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

const told = (findings: readonly FrameworkFinding[]): OverlayFinding[] =>
  findings.slice(0, findingsMax).map((one) => ({ ...one, facts: { ...one.facts } }));
