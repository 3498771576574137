import type { AppealView } from "@echelon/contract/assessment/appeals.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { matterOf } from "../appeal-matters.ts";
import { membersOf } from "../panel-seats.ts";
import { holdAppeal } from "../store/appeal-store.ts";
import { leaveSeat } from "../store/panel-store.ts";
import { isOverdue, placeOf } from "./find-appeal.ts";
import { fillPanel } from "./make-appeal.ts";
import { viewOfAppeal } from "./view-appeals.ts";

/** A member says that they must not decide this: another one is drawn in their place. */
export async function recuse(
  means: Means,
  caller: Caller,
  id: string,
  text: string,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const row = await holdAppeal(tx, id);
    if (row === undefined) return refuse({ code: "assessment/no-such-appeal" });
    const { seats, findings } = await matterOf(tx, row);
    if (!membersOf(seats).some((seat) => seat.person_id === caller.person))
      return refuse({ code: "assessment/no-such-appeal" });
    if (row.state !== "open") return refuse({ code: "assessment/appeal-ended" });
    if (findings.some((one) => one.person_id === caller.person))
      return refuse({ code: "assessment/appeal-answered" });
    await leaveSeat(tx, id, caller.person, { left_at: means.clock.now(), left_text: text });
    await fillPanel(means, tx, row);
    return ok(undefined);
  });
}

/**
 * The school's head has places of a panel drawn anew: those for which nobody was there, and those
 * whose members have let it grow late. What was answered stays.
 */
export async function fillSeats(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<AppealView>> {
  return means.database.transaction(async (tx) => {
    const row = await holdAppeal(tx, id);
    if (row === undefined) return refuse({ code: "assessment/no-such-appeal" });
    const now = means.clock.now();
    const matter = await matterOf(tx, row);
    const { isSeen, rights } = await placeOf(tx, caller, matter, now);
    if (!isSeen) return refuse({ code: "assessment/no-such-appeal" });
    if (row.state !== "open") return refuse({ code: "assessment/appeal-ended" });
    if (!rights.includes("fill-seats")) return refuse({ code: "assessment/nobody-for-seat" });
    const members = membersOf(matter.seats);
    const answered = new Set(matter.findings.map((one) => one.person_id));
    const idle = isOverdue(row, now) ? members.filter((one) => !answered.has(one.person_id)) : [];
    for (const seat of idle)
      await leaveSeat(tx, id, seat.person_id, { left_at: now, left_text: "" });
    await fillPanel(means, tx, row);
    const filled = await matterOf(tx, row);
    const isBetter = membersOf(filled.seats).length > members.length - idle.length;
    if (!isBetter) return refuse({ code: "assessment/nobody-for-seat" });
    return ok(await viewOfAppeal(means, tx, caller, filled));
  });
}
