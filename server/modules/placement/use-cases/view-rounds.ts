import { publishedFormat, type PublishedRound } from "@echelon/contract/placement/instance.ts";
import { placementLimits } from "@echelon/contract/placement/limits.ts";
import type { OwnRound, RoundHead, RoundView } from "@echelon/contract/placement/rounds.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { Means } from "../../../platform/module.ts";
import { masteriesOf } from "../../assessment/index.ts";
import { holds, organisationFacts, personName, personNames } from "../../identity/index.ts";
import { ownRound, rankedRound } from "../find-round.ts";
import { fitOf, missingOf } from "../fit.ts";
import { pseudonymOf } from "../hashes.ts";
import { ranks, runs } from "../may.ts";
import { appealView, headView, isAtLeast, namedAsked, placeView } from "../round-view.ts";
import { listOf, listsOf, placesOf, placesOffered } from "../store/place-store.ts";
import {
  lastRun,
  policyMarks,
  readAppeals,
  readPlacing,
  readPlacings,
  readRound,
  readRounds,
} from "../store/round-store.ts";
import type { RoundTable } from "../store/schema.ts";

/** How many of all rounds are looked through for those that concern somebody. */
const lookedThrough = 2_000;

/** Rounds that the caller runs, may offer places in, or may rank places of. */
export async function viewRounds(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<readonly RoundHead[]>> {
  const own = caller.roles.map(({ organisation }) => organisation);
  const offered = await placesOffered(database, own, lookedThrough);
  const withPlaces = new Set(offered.map(({ round_id }) => round_id));
  const mayOffer = holds(caller, "mentor", "officer", "head");
  const concerns = (row: RoundTable): boolean =>
    runs(caller, row.organisation_id) ||
    withPlaces.has(row.id) ||
    (mayOffer && row.state === "posts-open") ||
    (ranks(caller, row) && isAtLeast(row.state, "choices-open"));
  const rows = (await readRounds(database, lookedThrough)).filter(concerns);
  const shown = rows.slice(0, placementLimits.roundsMax);
  const owners = shown.map(({ organisation_id }) => organisation_id);
  const organisations = await organisationFacts(database, owners);
  return ok(shown.map((row) => headView(row, caller, organisations)));
}

export async function viewRound(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<RoundView>> {
  return database.transaction(
    async (tx) => {
      const found = ownRound(caller, await readRound(tx, id));
      return found.ok ? ok(await roundView(tx, caller, found.value)) : found;
    },
    { isReadOnlySnapshot: true },
  );
}

/** A round as those who run it see it. */
export async function roundView(sql: Sql, caller: Caller, row: RoundTable): Promise<RoundView> {
  const places = await placesOf(sql, row.id);
  const lists = await listsOf(sql, row.id);
  const policy = new Map((await policyMarks(sql, row.id)).map((one) => [one.person_id, one]));
  const appeals = await readAppeals(sql, row.id);
  const run = await lastRun(sql, row.id);
  const isTold = isAtLeast(row.state, "verified");
  const placings = new Map(
    (isTold ? await readPlacings(sql, row.id) : []).map((one) => [one.person_id, one]),
  );
  const shown = lists.slice(0, placementLimits.applicantsShown);
  const named = [...shown, ...appeals].map(({ person_id }) => person_id);
  const names = await personNames(sql, named);
  const ids = [row.organisation_id, ...row.schools, ...places.map((one) => one.organisation_id)];
  const organisations = await organisationFacts(sql, ids);
  const listed = Map.groupBy(
    lists.flatMap((one) => one.places),
    (place) => place,
  );
  return {
    ...headView(row, caller, organisations),
    revision: row.revision,
    schools: row.schools.flatMap((school) => {
      const facts = organisations.get(school);
      return facts === undefined ? [] : [{ id: school, name: facts.name }];
    }),
    lowerMode: row.lower_mode,
    capRule: row.cap_rule,
    regions: [...row.regions],
    places: places.map((place) => ({
      ...placeView(place, organisations),
      listed: listed.get(place.id)?.length ?? 0,
      reason: isTold ? place.reason : null,
    })),
    applicants: shown.map(({ person_id: person, places: choices }) => {
      const place = placings.get(person)?.place_id ?? null;
      return {
        person,
        name: names.get(person) ?? "",
        choices: choices.length,
        policyPermille: policy.get(person)?.permille ?? 0,
        policyReason: policy.get(person)?.reason ?? "",
        place,
        choice: place === null ? null : choices.indexOf(place) + 1,
      };
    }),
    applicantCount: lists.length,
    run: run === undefined ? null : runView(run),
    appeals: appeals.map((one) => appealView(one, names.get(one.person_id) ?? "")),
  };
}

function runView(run: NonNullable<Awaited<ReturnType<typeof lastRun>>>): RoundView["run"] {
  return {
    id: run.id,
    status: run.status,
    codeVersion: run.code_version,
    inputsHash: run.inputs_hash,
    resultHash: run.result_hash,
    millis: run.millis,
    startedAt: run.started_at,
  };
}

/** A round as somebody who ranks its places sees it, with advice and, in the end, reasons. */
export async function viewOwnRound(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<OwnRound>> {
  const { database } = means;
  const found = await rankedRound(database, caller, await readRound(database, id));
  return found.ok ? ok(await ownRoundView(means, database, caller, found.value)) : found;
}

export async function ownRoundView(
  { clock }: Means,
  sql: Sql,
  caller: Caller,
  row: RoundTable,
): Promise<OwnRound> {
  const { person } = caller;
  const places = await placesOf(sql, row.id);
  const list = await listOf(sql, row.id, person);
  const masteries = await masteriesOf(sql, [person], clock.now());
  const ids = [row.organisation_id, ...places.map((one) => one.organisation_id)];
  const organisations = await organisationFacts(sql, ids);
  const isPublished = isAtLeast(row.state, "published");
  const placing = isPublished ? await readPlacing(sql, row.id, person) : undefined;
  const appeal = (await readAppeals(sql, row.id)).find((one) => one.person_id === person);
  const name = appeal === undefined ? "" : await personName(sql, person);
  return {
    ...headView(row, caller, organisations),
    revision: list?.revision ?? 0,
    places: places.map((place) => {
      const fitPermille = fitOf(masteries, person, place.draft.asked);
      return {
        ...placeView(place, organisations),
        fitPermille,
        isUnderFloor: fitPermille < place.draft.floorPermille,
        missing: namedAsked(missingOf(masteries, person, place.draft.asked)),
      };
    }),
    choices: list?.places ?? [],
    pseudonym: pseudonymOf(row.id, person),
    outcome:
      placing === undefined
        ? null
        : { place: placing.place_id, lottery: placing.lottery, reasons: [...placing.reasons] },
    appeal: appeal === undefined ? null : appealView(appeal, name),
  };
}

/** What a round was matched from and what came out, for anybody who wants to match it again. */
export async function downloadInstance(
  { database }: Means,
  id: string,
): Promise<Outcome<FileAnswer>> {
  const row = await readRound(database, id);
  if (row === undefined || row.instance === null || !isAtLeast(row.state, "published"))
    return refuse({ code: "placement/no-such-round" });
  const placings = await readPlacings(database, id);
  const { students, places, regions, order, ...rest } = row.instance;
  const round: PublishedRound = {
    format: publishedFormat,
    instance: {
      ...rest,
      students: students.map((one) => ({ ...one, prefs: [...one.prefs] })),
      places: places.map(({ prefs: _, scores, ...place }) => ({ ...place, scores: { ...scores } })),
      regions: (regions ?? []).map((one) => ({ ...one, places: [...one.places] })),
      order: [...(order ?? [])],
    },
    instanceHash: row.instance_hash!,
    lotteryHash: row.lottery_hash,
    matching: Object.fromEntries(placings.map((one) => [one.pseudonym, one.place_id])),
  };
  const body = new TextEncoder().encode(JSON.stringify(round));
  return ok({ body, mediaType: "application/json", name: `placement-${id}.json` });
}
