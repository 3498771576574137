import type { InstanceProblem } from "@echelon/kernel/matching/instance.ts";
import type { Call } from "./command.ts";
import { faultsTold } from "./read-json.ts";

/** Of a round as a file: a million people with ten choices each fit. */
export const roundBytesMax = 448 * 2 ** 20;

/** Says what is wrong with a round, sentence by sentence. */
export function sayProblems({ terminal, say }: Call, problems: readonly InstanceProblem[]): void {
  for (const { code, facts } of problems.slice(0, faultsTold)) {
    terminal.tell(say(`match/${code}`, facts));
  }
  if (problems.length > faultsTold) {
    terminal.tell(say("json/more", { count: problems.length - faultsTold }));
  }
}
