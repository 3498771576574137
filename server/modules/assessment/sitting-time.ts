import {
  lostMinutes,
  sittingEnd,
  type SittingTime,
} from "@echelon/kernel/assessment/exams/sitting-clock.ts";
import type { ExamTable, SittingTable } from "./store/schema.ts";

/** An answer that was on its way when time was up is still taken; nobody is told of it. */
export const graceMillis = 10_000;

type ExamTime = Pick<ExamTable, "minutes" | "closes_at" | "extra_minutes">;

const timeOf = (
  exam: ExamTime,
  { started_at }: Pick<SittingTable, "started_at">,
  extraMinutes: number,
): SittingTime => ({
  startedAt: started_at.getTime(),
  minutes: exam.minutes,
  closesAt: exam.closes_at?.getTime() ?? null,
  extraMinutes: exam.extra_minutes + extraMinutes,
});

/** When a sitting's time is up, in milliseconds of the server's clock. */
export const endOf = (
  exam: ExamTime,
  sitting: Pick<SittingTable, "started_at">,
  extraMinutes: number,
): number => sittingEnd(timeOf(exam, sitting, extraMinutes));

/** What outages of the server took from a sitting, in minutes, rounded up. */
export const lostOf = (
  exam: ExamTime & Pick<ExamTable, "outages">,
  sitting: Pick<SittingTable, "started_at" | "ended_at">,
  extraMinutes: number,
): number =>
  lostMinutes(
    timeOf(exam, sitting, extraMinutes),
    sitting.ended_at?.getTime() ?? null,
    exam.outages.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
  );

/** Until when an exam can be begun, in milliseconds; null where a teacher ends it. */
export const lastStart = ({ closes_at, extra_minutes }: ExamTable): number | null =>
  closes_at === null ? null : closes_at.getTime() + extra_minutes * 60_000;
