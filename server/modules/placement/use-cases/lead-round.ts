import { randomBytes } from "node:crypto";
import { placementLimits } from "@echelon/contract/placement/limits.ts";
import type {
  AppealDecision,
  MakeRoundRequest,
  PolicyMark,
  RoundHead,
  RoundRules,
  RoundView,
} from "@echelon/contract/placement/rounds.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { organisationFacts } from "../../identity/index.ts";
import { rulesProblem } from "../check-rules.ts";
import { ownRound } from "../find-round.ts";
import { sha256 } from "../hashes.ts";
import { runs } from "../may.ts";
import { headView, isAtLeast } from "../round-view.ts";
import { insertPlace, listOf, placesOf } from "../store/place-store.ts";
import {
  changeRound,
  countRounds,
  decideAppealRow,
  holdAppeal,
  holdRound,
  insertRound,
  readPlacings,
  readRound,
  writePolicyMark,
} from "../store/round-store.ts";
import type { RoundTable } from "../store/schema.ts";
import { roundView } from "./view-rounds.ts";

const seedBytes = 32;

/**
 * Makes a round, its lottery drawn and promised at once. One after another round takes over the
 * seats that were left there, as they were agreed to.
 */
export async function makeRound(
  { database, clock, newId }: Means,
  caller: Caller,
  wish: z.output<typeof MakeRoundRequest>,
): Promise<Outcome<RoundHead>> {
  const { owner, name, after } = wish;
  if (!runs(caller, owner)) return refuse({ code: "placement/not-yours-to-run" });
  return database.transaction(async (tx) => {
    const before = after === null ? undefined : await readRound(tx, after);
    const isOver = before !== undefined && isAtLeast(before.state, "published");
    if (after !== null && (!isOver || before.organisation_id !== owner))
      return refuse({ code: "placement/no-such-round" });
    const { roundsMax } = placementLimits;
    if ((await countRounds(tx, owner)) >= roundsMax)
      return refuse({ code: "placement/round-full", facts: { most: roundsMax } });
    const wanted = await organisationFacts(tx, [owner, ...wish.schools]);
    const isSchool = wanted.get(owner)?.kind === "school";
    const schools = wish.schools.filter((id) => wanted.get(id)?.kind === "school");
    const seed = randomBytes(seedBytes).toString("hex");
    const row: RoundTable = {
      id: newId(),
      organisation_id: owner,
      schools: before?.schools ?? (isSchool ? [owner] : [...new Set(schools)]),
      name,
      kind: before?.kind ?? wish.kind,
      state: "draft",
      after_id: after,
      revision: 0,
      lower_mode: before?.lower_mode ?? "report",
      cap_rule: before?.cap_rule ?? "round-robin",
      regions: [],
      lottery_seed: seed,
      lottery_hash: sha256(seed),
      instance: null,
      instance_hash: null,
      made_at: clock.now(),
      frozen_at: null,
      published_at: null,
    };
    await insertRound(tx, row);
    if (before !== undefined) await takeSeatsLeft(tx, newId, before, row);
    return ok(headView(row, caller, wanted));
  });
}

/** Places of a round that is over, with the seats that nobody got. */
async function takeSeatsLeft(
  tx: Tx,
  newId: Means["newId"],
  before: RoundTable,
  { id: round_id, made_at }: RoundTable,
): Promise<void> {
  const held = Map.groupBy(await readPlacings(tx, before.id), ({ place_id }) => place_id);
  for (const place of await placesOf(tx, before.id)) {
    const capacity = place.draft.capacity - (held.get(place.id)?.length ?? 0);
    if (capacity <= 0 || place.reason?.isClosed === true) continue;
    // Who has some already opens: only a place that nobody got still needs its least number.
    const least = held.has(place.id) ? 0 : Math.min(place.draft.least, capacity);
    const draft = { ...place.draft, capacity, least };
    await insertPlace(tx, { ...place, id: newId(), round_id, draft, reason: null, made_at });
  }
}

/** Says how caps and lower quotas count, until choices open. */
export async function setRules(
  { database }: Means,
  caller: Caller,
  id: string,
  { revision, lowerMode, capRule, regions }: z.output<typeof RoundRules>,
): Promise<Outcome<RoundView>> {
  return database.transaction(async (tx) => {
    const found = ownRound(caller, await holdRound(tx, id));
    if (!found.ok) return found;
    const round = found.value;
    if (round.state !== "draft" && round.state !== "posts-open")
      return refuse({ code: "placement/wrong-state", facts: { state: round.state } });
    if (round.revision !== revision) return refuse({ code: "placement/round-changed" });
    const places = await placesOf(tx, id);
    const known = new Set(places.map((place) => place.id));
    if (regions.some((region) => region.places.some((place) => !known.has(place))))
      return refuse({ code: "placement/no-such-place" });
    const changed = { ...round, lower_mode: lowerMode, cap_rule: capRule, regions };
    const problem = rulesProblem(changed, places);
    if (problem !== null) return problem;
    const next = { ...changed, revision: revision + 1 };
    await changeRound(tx, id, {
      lower_mode: lowerMode,
      cap_rule: capRule,
      regions,
      revision: next.revision,
    });
    return ok(await roundView(tx, caller, next));
  });
}

/** What published rules give somebody who ranks places, until freezing. */
export async function setPolicy(
  { database, clock }: Means,
  caller: Caller,
  id: string,
  person: string,
  { permille, reason }: z.output<typeof PolicyMark>,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = ownRound(caller, await holdRound(tx, id));
    if (!found.ok) return found;
    if (found.value.state !== "choices-open")
      return refuse({ code: "placement/wrong-state", facts: { state: found.value.state } });
    if ((await listOf(tx, id, person)) === undefined)
      return refuse({ code: "placement/no-such-applicant" });
    const at = clock.now();
    await writePolicyMark(tx, {
      round_id: id,
      person_id: person,
      permille,
      reason,
      by_id: caller.person,
      at,
    });
    return ok();
  });
}

/** Answers what somebody said against their placement. The matching itself never changes. */
export async function decideAppeal(
  { database, clock }: Means,
  caller: Caller,
  id: string,
  { isUpheld, answer }: z.output<typeof AppealDecision>,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const appeal = await holdAppeal(tx, id);
    const round = appeal && (await readRound(tx, appeal.round_id));
    if (appeal === undefined || !ownRound(caller, round).ok)
      return refuse({ code: "placement/no-such-appeal" });
    if (appeal.decided_at !== null) return refuse({ code: "placement/appeal-decided" });
    await decideAppealRow(tx, id, {
      is_upheld: isUpheld,
      answer,
      decided_by: caller.person,
      decided_at: clock.now(),
    });
    return ok();
  });
}
