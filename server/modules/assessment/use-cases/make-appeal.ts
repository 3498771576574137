import type { AppealGround, AppealView } from "@echelon/contract/assessment/appeals.ts";
import { appealDays, lastDayAfter } from "@echelon/kernel/assessment/certificate/appeal.ts";
import { toIso } from "@echelon/kernel/calendar/day.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { schoolOf } from "../../teaching/index.ts";
import { matterOf, standing } from "../appeal-matters.ts";
import { chinaDay } from "../calendar-day.ts";
import { drawSeats } from "../panel-seats.ts";
import type { AppealTable } from "../store/appeal-schema.ts";
import {
  endAppeal,
  holdAppeal,
  insertAppeal,
  newerDecisions,
  peopleOfDecision,
} from "../store/appeal-store.ts";
import { holdPeople } from "../store/piece-store.ts";
import { readDecision } from "../store/signature-store.ts";
import { viewOfAppeal } from "./view-appeals.ts";

const tooLate = (until: number) =>
  refuse({ code: "assessment/appeal-too-late", facts: { until: toIso(until) } });

/** Somebody appeals against a decision about themselves, within fifteen days of it. */
export async function makeAppeal(
  means: Means,
  caller: Caller,
  id: string,
  { ground, text }: { readonly ground: AppealGround; readonly text: string },
): Promise<Outcome<AppealView>> {
  return means.database.transaction(async (tx) => {
    // Not at once with a decision that is taken anew.
    await holdPeople(tx, [caller.person]);
    const decision = await readDecision(tx, id);
    const school = decision && (await schoolOf(tx, decision.class_id));
    if (decision?.person_id !== caller.person || school === undefined)
      return refuse({ code: "assessment/no-such-decision" });
    if (decision.appeal_id !== null) return refuse({ code: "assessment/appeal-made" });
    if ((await newerDecisions(tx, [id])).has(id))
      return refuse({ code: "assessment/decision-superseded" });
    const now = means.clock.now();
    const until = lastDayAfter(chinaDay(decision.decided_at), appealDays.toAppeal);
    if (chinaDay(now) > until) return tooLate(until);
    const row: AppealTable = {
      id: means.newId(),
      decision_id: id,
      person_id: caller.person,
      class_id: decision.class_id,
      school_id: school,
      step: 1,
      first_id: null,
      ground,
      text,
      made_at: now,
      due_on: lastDayAfter(chinaDay(now), appealDays.toDecide),
      state: "open",
      ended_at: null,
      revised_id: null,
    };
    if (!(await insertAppeal(tx, row))) return refuse({ code: "assessment/appeal-made" });
    return ok(await viewOfAppeal(means, tx, caller, await matterOf(tx, row)));
  });
}

/** Takes the answer to a panel of three, whose members are drawn in the same moment. */
export async function goOn(
  means: Means,
  caller: Caller,
  id: string,
  text: string,
): Promise<Outcome<AppealView>> {
  return means.database.transaction(async (tx) => {
    await holdPeople(tx, [caller.person]);
    const first = await holdAppeal(tx, id);
    if (first?.person_id !== caller.person) return refuse({ code: "assessment/no-such-appeal" });
    if (first.state === "open") return refuse({ code: "assessment/appeal-open" });
    if (first.step === 2 || first.state === "withdrawn" || first.ended_at === null)
      return refuse({ code: "assessment/appeal-final" });
    const { second, isSuperseded } = await matterOf(tx, first);
    if (second !== undefined) return refuse({ code: "assessment/appeal-made" });
    if (isSuperseded) return refuse({ code: "assessment/decision-superseded" });
    const now = means.clock.now();
    const until = lastDayAfter(chinaDay(first.ended_at), appealDays.toAppeal);
    if (chinaDay(now) > until) return tooLate(until);
    const row: AppealTable = {
      ...first,
      id: means.newId(),
      decision_id: standing(first),
      step: 2,
      first_id: id,
      text,
      made_at: now,
      due_on: lastDayAfter(chinaDay(now), appealDays.panelToDecide),
      state: "open",
      ended_at: null,
      revised_id: null,
    };
    if (!(await insertAppeal(tx, row))) return refuse({ code: "assessment/appeal-made" });
    await fillPanel(means, tx, row);
    return ok(await viewOfAppeal(means, tx, caller, await matterOf(tx, row)));
  });
}

/** Draws whoever is lacking on the panel of a second step. */
export async function fillPanel(means: Means, tx: Tx, row: AppealTable): Promise<void> {
  const panel = { id: row.id, classId: row.class_id, school: row.school_id };
  await drawSeats(means, tx, panel, await peopleOfDecision(tx, row.decision_id));
}

/** Who appealed lets it be; the decision stands. */
export async function withdrawAppeal(
  { database, clock }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const row = await holdAppeal(tx, id);
    if (row?.person_id !== caller.person) return refuse({ code: "assessment/no-such-appeal" });
    if (row.state !== "open") return refuse({ code: "assessment/appeal-ended" });
    await endAppeal(tx, id, { state: "withdrawn", ended_at: clock.now(), revised_id: null });
    return ok(undefined);
  });
}
