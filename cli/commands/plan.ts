import { SeatPlanProblem, type SeatPlanResult } from "@echelon/contract/planning/seat-plan.ts";
import { secondsMax } from "@echelon/contract/planning/seat-plan-limits.ts";
import { planSeats } from "@echelon/server/main.ts";
import type { Call, Command } from "../command.ts";
import { faultsTold, readJson } from "../read-json.ts";
import { wholeNumber } from "../whole-number.ts";

/** Of a problem as a file: 300 schools in 30 cities with 50 scenarios fit. */
const problemBytesMax = 64 * 2 ** 20;
const secondsUsual = 300;

/** Plans seats of a region that comes on standard input, and prints the plan as JSON. */
export const command: Command = {
  options: { seconds: { type: "string" } },
  async run(call) {
    const { terminal, say, options } = call;
    const asked = options["seconds"];
    const seconds = asked === undefined ? secondsUsual : wholeNumber(asked, 1, secondsMax);
    if (seconds === null) {
      terminal.tell(say("wrong-arguments", { name: "plan" }));
      return 2;
    }
    const problem = await readJson(call, SeatPlanProblem, problemBytesMax);
    if (problem === null) return 1;
    const ending = new AbortController();
    void terminal.ended.then(() => ending.abort());
    const planned = await planSeats(problem, seconds, { signal: ending.signal });
    if (!planned.ok) {
      for (const { code, path, facts } of planned.faults.slice(0, faultsTold)) {
        terminal.tell(say(`plan/${code}`, { path, ...facts }));
      }
      const more = planned.faults.length - faultsTold;
      if (more > 0) terminal.tell(say("json/more", { count: more }));
      return 1;
    }
    terminal.out(JSON.stringify(planned.plan));
    return explained(call, planned.plan);
  },
};

const percent = (share: number): string => (100 * share).toFixed(2);

/** Says what a person should know of the plan; what is printed has everything. */
function explained({ terminal, say }: Call, plan: SeatPlanResult): number {
  if (plan.status === "optimal") {
    const { summary, roundingGap, broken } = plan;
    const [shortage, surplus] = [percent(summary.shortageShare), percent(summary.surplusShare)];
    const gap = percent(roundingGap);
    terminal.tell(say("plan/made", { seats: summary.seats, shortage, surplus, gap }));
    if (broken.length > 0) terminal.tell(say("plan/whole-seats", { count: broken.length }));
    return 0;
  }
  if (plan.status === "timed-out") {
    const { secondsMax: seconds, gap } = plan;
    terminal.tell(say("plan/timed-out", { seconds, gap: percent(gap) }));
    return 1;
  }
  terminal.tell(say("plan/infeasible"));
  for (const { kind, ...facts } of plan.conflict.slice(0, faultsTold)) {
    terminal.tell(`  ${say(`plan/limit-${kind}`, facts)}`);
  }
  if (plan.loosened.length === 0) return 1;
  terminal.tell(say("plan/loosened"));
  for (const { limit, by } of plan.loosened.slice(0, faultsTold)) {
    const { kind, ...facts } = limit;
    terminal.tell(`  ${say(`plan/limit-${kind}`, facts)}: ${by.toFixed(2)}`);
  }
  return 1;
}
