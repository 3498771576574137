import { placementLimits } from "@echelon/contract/placement/limits.ts";
import type {
  MarkRequest,
  PlaceDesk,
  PlaceDraft,
  PlaceView,
} from "@echelon/contract/placement/rounds.ts";
import { type Outcome, ok, type Refused, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { masteriesOf, masteryCut } from "../../assessment/index.ts";
import { organisationFacts, personNames } from "../../identity/index.ts";
import { fitOf } from "../fit.ts";
import { offers } from "../may.ts";
import { isAtLeast, placeView } from "../round-view.ts";
import {
  changePlace,
  deletePlace,
  insertPlace,
  listOf,
  listsOf,
  marksOf,
  placesOf,
  placesOffered,
  readPlace,
  writeMark,
} from "../store/place-store.ts";
import { readPlacings, readRound, shareRound } from "../store/round-store.ts";
import type { PlaceTable, RoundTable } from "../store/schema.ts";

/** Why a place cannot be as it is drafted; null where it can. */
function whyNot({ asked, least, capacity }: PlaceDraft): Refused | null {
  const unknown = asked.find(({ competency }) => masteryCut(competency) === undefined);
  if (unknown !== undefined)
    return refuse({
      code: "placement/no-such-competency",
      facts: { competency: unknown.competency },
    });
  if (least > capacity)
    return refuse({ code: "placement/least-over-capacity", facts: { least, capacity } });
  return null;
}

const wrongState = ({ state }: RoundTable) =>
  refuse({ code: "placement/wrong-state", facts: { state } });

export async function addPlace(
  { database, clock, newId }: Means,
  caller: Caller,
  roundId: string,
  { organisation, ...draft }: PlaceDraft & { readonly organisation: string },
): Promise<Outcome<PlaceView>> {
  if (!offers(caller, organisation)) return refuse({ code: "placement/not-your-place" });
  return database.transaction(async (tx) => {
    const round = await shareRound(tx, roundId);
    if (round === undefined) return refuse({ code: "placement/no-such-round" });
    if (round.state !== "posts-open") return wrongState(round);
    const why = whyNot(draft);
    if (why !== null) return why;
    const places = await placesOf(tx, roundId);
    const own = places.filter(({ organisation_id }) => organisation_id === organisation);
    const { placesOfRoundMax, placesOfOrganisationMax } = placementLimits;
    if (places.length >= placesOfRoundMax || own.length >= placesOfOrganisationMax) {
      const most = Math.min(placesOfRoundMax, placesOfOrganisationMax);
      return refuse({ code: "placement/round-full", facts: { most } });
    }
    const row: PlaceTable = {
      id: newId(),
      round_id: roundId,
      organisation_id: organisation,
      draft,
      agreed_by: null,
      agreed_at: null,
      reason: null,
      made_at: clock.now(),
    };
    await insertPlace(tx, row);
    return ok(await viewOf(tx, row));
  });
}

/** The caller's place in a round whose posts are open, held against the round going on. */
async function openPlace(
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<Outcome<{ readonly place: PlaceTable; readonly round: RoundTable }>> {
  const place = await readPlace(tx, id);
  if (place === undefined || !offers(caller, place.organisation_id))
    return refuse({ code: "placement/no-such-place" });
  const round = (await shareRound(tx, place.round_id))!;
  return round.state === "posts-open" ? ok({ place, round }) : wrongState(round);
}

/** Another draft is another promise: it has to be agreed to anew. */
export async function editPlace(
  { database }: Means,
  caller: Caller,
  id: string,
  draft: PlaceDraft,
): Promise<Outcome<PlaceView>> {
  return database.transaction(async (tx) => {
    const found = await openPlace(tx, caller, id);
    if (!found.ok) return found;
    const why = whyNot(draft);
    if (why !== null) return why;
    const change = { draft, agreed_by: null, agreed_at: null };
    await changePlace(tx, id, change);
    return ok(await viewOf(tx, { ...found.value.place, ...change }));
  });
}

export async function dropPlace(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await openPlace(tx, caller, id);
    if (!found.ok) return found;
    // A cap that names it would name a place that there is not.
    if (found.value.round.regions.some(({ places }) => places.includes(id)))
      return wrongState(found.value.round);
    await deletePlace(tx, id);
    return ok();
  });
}

/**
 * An organization agrees to take whom the round gives it. It is recorded here until agreements of
 * cooperation stand behind it.
 */
export async function agreeToPlace(
  { database, clock }: Means,
  caller: Caller,
  id: string,
  isAgreed: boolean,
): Promise<Outcome<PlaceView>> {
  return database.transaction(async (tx) => {
    const found = await openPlace(tx, caller, id);
    if (!found.ok) return found;
    const change = isAgreed
      ? { agreed_by: caller.person, agreed_at: clock.now() }
      : { agreed_by: null, agreed_at: null };
    await changePlace(tx, id, change);
    return ok(await viewOf(tx, { ...found.value.place, ...change }));
  });
}

/** What the organization says of somebody who listed its place, until freezing. */
export async function markApplicant(
  { database, clock }: Means,
  caller: Caller,
  id: string,
  person: string,
  { permille, isRefused }: z.output<typeof MarkRequest>,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const place = await readPlace(tx, id);
    if (place === undefined || !offers(caller, place.organisation_id))
      return refuse({ code: "placement/no-such-place" });
    const round = (await shareRound(tx, place.round_id))!;
    if (round.state !== "choices-open") return wrongState(round);
    const list = await listOf(tx, place.round_id, person);
    if (list?.places.includes(id) !== true) return refuse({ code: "placement/no-such-applicant" });
    const row = { permille, is_refused: isRefused, by_id: caller.person, at: clock.now() };
    await writeMark(tx, { place_id: id, person_id: person, ...row });
    return ok();
  });
}

async function viewOf(sql: Sql, row: PlaceTable): Promise<PlaceView> {
  return placeView(row, await organisationFacts(sql, [row.organisation_id]));
}

/** Places of the caller's organizations, with who listed them and, in the end, whom they have. */
export async function viewPlaces(
  means: Means,
  caller: Caller,
): Promise<Outcome<readonly PlaceDesk[]>> {
  return means.database.transaction(
    async (tx) => {
      const own = caller.roles
        .map(({ organisation }) => organisation)
        .filter((organisation) => offers(caller, organisation));
      const places = await placesOffered(tx, own, placementLimits.placesOfOrganisationMax);
      const desks: PlaceDesk[] = [];
      for (const [roundId, ofRound] of Map.groupBy(places, ({ round_id }) => round_id)) {
        const round = (await readRound(tx, roundId))!;
        desks.push(...(await desksOf(means, tx, round, ofRound)));
      }
      return ok(desks);
    },
    { isReadOnlySnapshot: true },
  );
}

/** Who lists a place shows it their name and fit, and never where it stands in the list. */
async function desksOf(
  { clock }: Means,
  tx: Tx,
  round: RoundTable,
  places: readonly PlaceTable[],
): Promise<readonly PlaceDesk[]> {
  const lists = await listsOf(tx, round.id);
  const people = lists.map(({ person_id }) => person_id);
  const names = await personNames(tx, people);
  const masteries = await masteriesOf(tx, people, clock.now());
  const marks = await marksOf(
    tx,
    places.map(({ id }) => id),
  );
  const isPublished = isAtLeast(round.state, "published");
  const placings = isPublished ? await readPlacings(tx, round.id) : [];
  const ended = new Map(placings.map((one) => [one.person_id, one]));
  const organisations = await organisationFacts(
    tx,
    places.map((one) => one.organisation_id),
  );
  return places.map((place) => ({
    ...placeView(place, organisations),
    state: round.state,
    roundName: round.name,
    applicants: lists
      .filter((list) => list.places.includes(place.id))
      .map(({ person_id: person }) => {
        const mark = marks.find((one) => one.place_id === place.id && one.person_id === person);
        const reason = ended.get(person)?.reasons.find((one) => one.place === place.id);
        return {
          person,
          name: names.get(person) ?? "",
          fitPermille: fitOf(masteries, person, place.draft.asked),
          markPermille: mark?.permille ?? null,
          isRefused: mark?.is_refused ?? false,
          score: reason?.score ?? null,
          rank: reason?.rank ?? null,
          isHere: ended.get(person)?.place_id === place.id,
        };
      }),
    reason: isPublished ? place.reason : null,
  }));
}
