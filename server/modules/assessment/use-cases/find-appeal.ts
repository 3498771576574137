import { appealDays, lastDayAfter } from "@echelon/kernel/assessment/certificate/appeal.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { holdsIn } from "../../identity/index.ts";
import { classAccess } from "../../teaching/index.ts";
import { chinaDay } from "../calendar-day.ts";
import { membersOf, panelSides } from "../panel-seats.ts";
import type { AppealFindingTable, AppealTable, PanelSeatTable } from "../store/appeal-schema.ts";
import { peopleOfDecision } from "../store/appeal-store.ts";
import type { DecisionTable } from "../store/schema.ts";

/** An appeal with all that belongs to it. */
export interface AppealMatter {
  readonly row: AppealTable;
  readonly decision: DecisionTable;
  /** What was decided anew because of it. */
  readonly revised: DecisionTable | undefined;
  readonly seats: readonly PanelSeatTable[];
  readonly findings: readonly AppealFindingTable[];
  /** Its second step, where it has one. */
  readonly second: AppealTable | undefined;
  /** Whether another decision stands over what came of it. */
  readonly isSuperseded: boolean;
}

export type AppealRight = "answer" | "recuse" | "fill-seats" | "withdraw" | "go-on";

/** How the caller stands to an appeal. */
export interface AppealPlace {
  readonly isSeen: boolean;
  /** Sits on its panel, or sat on it when it was decided: knows the raters' names. */
  readonly isMember: boolean;
  readonly rights: readonly AppealRight[];
}

const nowhere: AppealPlace = { isSeen: false, isMember: false, rights: [] };

/** The last day on which an answer can be taken to a panel; null where it cannot. */
export function goesOnUntil({ row, second, isSuperseded }: AppealMatter): number | null {
  const isAnswered = row.state === "upheld" || row.state === "dismissed";
  if (row.step !== 1 || row.ended_at === null || !isAnswered) return null;
  if (second !== undefined || isSuperseded) return null;
  return lastDayAfter(chinaDay(row.ended_at), appealDays.toAppeal);
}

export const isOverdue = ({ state, due_on: due }: AppealTable, now: Date): boolean =>
  state === "open" && chinaDay(now) > due;

/**
 * What the caller is to an appeal: who appeals; a teacher of the class or head of the school, who
 * may answer the first step where they took no part; a member of its panel.
 */
export async function placeOf(
  sql: Sql,
  caller: Caller,
  matter: AppealMatter,
  now: Date,
): Promise<AppealPlace> {
  const { row } = matter;
  if (row.person_id === caller.person) return placeOfAppellant(matter, now);
  const members = membersOf(matter.seats);
  const isMember = members.some((seat) => seat.person_id === caller.person);
  const hasAnswered = matter.findings.some((one) => one.person_id === caller.person);
  const isHead = holdsIn(caller, row.school_id, "head");
  const isOpen = row.state === "open";
  const rights: AppealRight[] = [];
  if (isMember && isOpen && !hasAnswered) rights.push("answer", "recuse");
  if (isHead && isOpen && row.step === 2 && isStuck(matter, now)) rights.push("fill-seats");
  const isOfSchool =
    isHead || (row.step === 1 && (await classAccess(sql, caller, row.class_id)) === "teacher");
  if (row.step === 1 && isOpen && isOfSchool) {
    const hands = await peopleOfDecision(sql, row.decision_id);
    if (!hands.has(caller.person)) rights.push("answer");
  }
  const isSeen = isMember || hasAnswered || isOfSchool;
  return isSeen ? { isSeen, isMember, rights } : nowhere;
}

function placeOfAppellant(matter: AppealMatter, now: Date): AppealPlace {
  const rights: AppealRight[] = [];
  const until = goesOnUntil(matter);
  if (matter.row.state === "open") rights.push("withdraw");
  if (until !== null && chinaDay(now) <= until) rights.push("go-on");
  return { isSeen: true, isMember: false, rights };
}

/** A panel that has an empty place, or is late while somebody has not answered. */
function isStuck({ row, seats, findings }: AppealMatter, now: Date): boolean {
  const members = membersOf(seats);
  if (members.length < panelSides.length) return true;
  return isOverdue(row, now) && findings.length < members.length;
}
