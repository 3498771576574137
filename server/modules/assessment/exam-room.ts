import type { RoomView, Seat } from "@echelon/contract/assessment/exams.ts";
import { secondsLeft } from "@echelon/kernel/assessment/exams/sitting-clock.ts";
import type { Means } from "../../platform/module.ts";
import { personNames } from "../identity/index.ts";
import { studentsOf } from "../teaching/index.ts";
import { endOf, lostOf } from "./sitting-time.ts";
import { extrasOf } from "./store/exam-store.ts";
import type { ExamTable, SittingTable } from "./store/schema.ts";
import { type AnswerCount, countAnswers, sittingsOf } from "./store/sitting-store.ts";

export interface Sitter {
  readonly person: string;
  readonly name: string;
  readonly number: string | null;
  readonly sitting: SittingTable | undefined;
}

/** The students of an exam's class, and who sat it and has left the class since. */
export async function sittersOf(
  { database }: Means,
  row: Pick<ExamTable, "id" | "class_id">,
): Promise<readonly Sitter[]> {
  const students = await studentsOf(database, row.class_id);
  const sittings = new Map(
    (await sittingsOf(database, [row.id])).map((one) => [one.person_id, one]),
  );
  const here = new Set(students.map(({ person }) => person));
  const gone = [...sittings.keys()].filter((person) => !here.has(person));
  const names = await personNames(database, gone);
  return [
    ...students,
    ...gone.map((person) => ({ person, name: names.get(person) ?? "", number: null })),
  ].map((one) => ({ ...one, sitting: sittings.get(one.person) }));
}

/** What a sitting is at a moment. */
export function seatState(
  sitting: SittingTable | undefined,
  end: number,
  now: Date,
): Seat["state"] {
  if (sitting === undefined) return "absent";
  if (sitting.ended_how === "handed-in") return "handed-in";
  return sitting.ended_at === null && now.getTime() < end ? "writing" : "time-up";
}

export async function readRoom(means: Means, row: ExamTable): Promise<RoomView> {
  const { database, clock } = means;
  const now = clock.now();
  const extras = await extrasOf(database, row.id);
  const counts = new Map(
    (await countAnswers(database, row.id)).map((one) => [one.sitting_id, one]),
  );
  const sitters = await sittersOf(means, row);
  return {
    at: now,
    seats: sitters.map((one) =>
      seatOf(row, one, counts.get(one.sitting?.id ?? ""), extras.get(one.person) ?? 0, now),
    ),
  };
}

function seatOf(
  row: ExamTable,
  { person, name, number, sitting }: Sitter,
  count: AnswerCount | undefined,
  extraMinutes: number,
  now: Date,
): Seat {
  const end = sitting === undefined ? 0 : endOf(row, sitting, extraMinutes);
  const state = seatState(sitting, end, now);
  return {
    person,
    name,
    number,
    state,
    answered: count?.answered ?? 0,
    questions: sitting?.paper.length ?? 0,
    secondsLeft: state === "writing" ? secondsLeft(end, now.getTime()) : null,
    savedAt: count?.saved_at ?? null,
    extraMinutes,
    lostMinutes: sitting === undefined ? 0 : lostOf(row, sitting, extraMinutes),
    machines: sitting?.machines ?? 0,
  };
}
