/** Tells a store that a bot runs it, or no longer. */
import type { Intervention } from "../decisions/decision.ts";
import type { DayReport } from "./report.ts";

const notices = {
  "begin-autopilot": "autopilot-began",
  "end-autopilot": "autopilot-ended",
} as const;

export function noteAutopilot(report: DayReport, decision: Intervention): void {
  if (decision.kind !== "begin-autopilot" && decision.kind !== "end-autopilot") return;
  report.notice(decision.store, notices[decision.kind], -1, -1, 0);
}
