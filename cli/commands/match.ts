import { createHash } from "node:crypto";
import {
  PlacementInstance,
  publishedFormat,
  type PublishedRound,
} from "@echelon/contract/placement/instance.ts";
import { instanceText, matchInstance } from "@echelon/kernel/matching/match-instance.ts";
import type { Command } from "../command.ts";
import { readJson } from "../read-json.ts";
import { roundBytesMax, sayProblems } from "../round-file.ts";

/** Matches a round of placement that comes on standard input, and prints what it came to. */
export const command: Command = {
  options: { publish: { type: "boolean" } },
  async run(call) {
    const { terminal, say, options } = call;
    const instance = await readJson(call, PlacementInstance, roundBytesMax);
    if (instance === null) return 1;
    const matched = matchInstance(instance);
    if (!matched.isSound) {
      sayProblems(call, matched.problems);
      return 1;
    }
    for (const { id, prefs } of instance.students.slice(0, 1_000)) {
      if (prefs.length === 0) terminal.tell(say("match/empty-list", { student: id }));
    }
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const hashes = {
      instanceHash: sha256(instanceText(instance)),
      lotteryHash: sha256(instance.lottery ?? ""),
    };
    const { outcome } = matched;
    if (options["publish"] === true) {
      const { matching } = outcome;
      const round = { format: publishedFormat, instance, ...hashes, matching } as const;
      terminal.out(JSON.stringify(round satisfies PublishedRound));
    } else {
      terminal.out(JSON.stringify({ ...outcome, ...hashes }));
    }
    if (!outcome.stable) terminal.tell(say("match/not-stable"));
    return outcome.stable ? 0 : 1;
  },
};
