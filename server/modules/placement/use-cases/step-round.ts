import type { RoundStep, RoundView } from "@echelon/contract/placement/rounds.ts";
import { type Outcome, ok, type Refused, refuse } from "@echelon/contract/platform/outcome.ts";
import { instanceText } from "@echelon/kernel/matching/match-instance.ts";
import { verifyRound } from "@echelon/kernel/matching/published-round.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { Means } from "../../../platform/module.ts";
import { buildInstance } from "../build-instance.ts";
import { rulesProblem } from "../check-rules.ts";
import { ownRound } from "../find-round.ts";
import { sha256 } from "../hashes.ts";
import { matchRoundKind } from "../jobs.ts";
import { isAtLeast } from "../round-view.ts";
import { placesOf } from "../store/place-store.ts";
import { changeRound, holdRound, readAppeals, readPlacings } from "../store/round-store.ts";
import type { RoundTable } from "../store/schema.ts";
import { roundView } from "./view-rounds.ts";

/** The state that each step begins from; `cancelled` begins from any before publication. */
const begins: Readonly<Record<Exclude<RoundStep, "cancelled">, RoundTable["state"]>> = {
  "posts-open": "draft",
  "choices-open": "posts-open",
  frozen: "choices-open",
  published: "verified",
  appeals: "published",
  final: "appeals",
};

type Change = Partial<Omit<RoundTable, "id" | "organisation_id">>;

/** Leads a round one step on, with all that the step asks, in one transaction. */
export async function stepRound(
  means: Means,
  caller: Caller,
  id: string,
  to: RoundStep,
): Promise<Outcome<RoundView>> {
  return means.database.transaction(async (tx) => {
    const found = ownRound(caller, await holdRound(tx, id));
    if (!found.ok) return found;
    const round = found.value;
    const isNext =
      to === "cancelled"
        ? round.state !== "cancelled" && !isAtLeast(round.state, "published")
        : round.state === begins[to];
    if (!isNext) return refuse({ code: "placement/wrong-state", facts: { state: round.state } });
    const step = await changeOf(means, tx, round, to);
    if (!step.ok) return step;
    const change: Change = { ...step.value, state: to };
    await changeRound(tx, id, change);
    return ok(await roundView(tx, caller, { ...round, ...change }));
  });
}

async function changeOf(
  means: Means,
  tx: Tx,
  round: RoundTable,
  to: RoundStep,
): Promise<Outcome<Change>> {
  if (to === "choices-open") return (await whyChoicesStayClosed(tx, round)) ?? ok({});
  if (to === "frozen") return freeze(means, tx, round);
  if (to === "published") {
    const why = await whyNotPublished(tx, round);
    return why ?? ok({ published_at: means.clock.now() });
  }
  if (to === "final") {
    const open = (await readAppeals(tx, round.id)).filter((one) => one.decided_at === null);
    if (open.length > 0)
      return refuse({ code: "placement/appeals-open", facts: { open: open.length } });
  }
  return ok({});
}

/** Choices open on places that somebody agreed to, under rules that hold together. */
async function whyChoicesStayClosed(tx: Tx, round: RoundTable): Promise<Refused | null> {
  const places = await placesOf(tx, round.id);
  if (places.length === 0) return refuse({ code: "placement/no-places" });
  const open = places.filter(({ agreed_at }) => agreed_at === null);
  if (open.length > 0) {
    const titles = open.slice(0, 5).map(({ draft }) => draft.title);
    const facts = { places: titles.join(", "), count: open.length };
    return refuse({ code: "placement/no-agreement", facts });
  }
  return rulesProblem(round, places);
}

/** Writes down what will be matched, tells its hash, and shows the seed that was promised. */
async function freeze(means: Means, tx: Tx, round: RoundTable): Promise<Outcome<Change>> {
  if (sha256(round.lottery_seed) !== round.lottery_hash)
    return refuse({ code: "placement/lottery-not-committed" });
  const now = means.clock.now();
  const instance = await buildInstance(tx, round, now);
  await enqueue(tx, matchRoundKind, { round: round.id });
  return ok({ instance, instance_hash: sha256(instanceText(instance)), frozen_at: now });
}

/** The verifier asks once more in the transaction that publishes. */
async function whyNotPublished(tx: Tx, round: RoundTable): Promise<Refused | null> {
  const placings = await readPlacings(tx, round.id);
  const matching = Object.fromEntries(placings.map((one) => [one.pseudonym, one.place_id]));
  const published = {
    instance: round.instance!,
    instanceHash: round.instance_hash!,
    lotteryHash: round.lottery_hash,
    matching,
  };
  const { doubts, blocking } = verifyRound(published, sha256);
  if (doubts.includes("lottery-not-committed"))
    return refuse({ code: "placement/lottery-not-committed" });
  if (doubts.includes("instance-changed") || doubts.includes("unsound"))
    return refuse({ code: "placement/instance-changed" });
  if (doubts.length === 0) return null;
  return refuse({ code: "placement/not-stable", facts: { blocking: blocking.length } });
}
