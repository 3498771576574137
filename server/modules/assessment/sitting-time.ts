import { sittingEnd } from "@echelon/kernel/assessment/exams/sitting-clock.ts";
import type { ExamTable, SittingTable } from "./store/schema.ts";

/** An answer that was on its way when time was up is still taken; nobody is told of it. */
export const graceMillis = 10_000;

/** When a sitting's time is up, in milliseconds of the server's clock. */
export const endOf = (
  exam: Pick<ExamTable, "minutes" | "closes_at" | "extra_minutes">,
  { started_at }: Pick<SittingTable, "started_at">,
  extraMinutes: number,
): number =>
  sittingEnd({
    startedAt: started_at.getTime(),
    minutes: exam.minutes,
    closesAt: exam.closes_at?.getTime() ?? null,
    extraMinutes: exam.extra_minutes + extraMinutes,
  });

/** Until when an exam can be begun, in milliseconds; null where a teacher ends it. */
export const lastStart = ({ closes_at, extra_minutes }: ExamTable): number | null =>
  closes_at === null ? null : closes_at.getTime() + extra_minutes * 60_000;
