import { createHash } from "node:crypto";
import { PublishedRound, type PlacementVerdict } from "@echelon/contract/placement/instance.ts";
import { verifyRound } from "@echelon/kernel/matching/published-round.ts";
import type { Call, Command } from "../command.ts";
import { readJson } from "../read-json.ts";
import { roundBytesMax, sayProblems } from "../round-file.ts";

/** Verifies a published round that comes on standard input: 0 where everything in it holds. */
export const command: Command = {
  options: { hash: { type: "string" }, commitment: { type: "string" } },
  positionals: ["action"],
  async run(call) {
    const { terminal, say, positionals } = call;
    if (positionals[0] === "verify") return verify(call);
    terminal.tell(say("wrong-arguments", { name: "placement" }));
    return 2;
  },
};

async function verify(call: Call): Promise<number> {
  const { options } = call;
  const round = await readJson(call, PublishedRound, roundBytesMax);
  if (round === null) {
    const nothing = { stable: false, blocking: [], instanceHash: null, lotteryHash: null };
    tell(call, { valid: false, reasons: ["unreadable"], ...nothing });
    return 1;
  }
  // What was kept at the time outweighs what the file says of itself.
  const { hash: instanceHash = round.instanceHash, commitment = round.lotteryHash } = options;
  const promised = {
    ...round,
    instanceHash: String(instanceHash).toLowerCase(),
    lotteryHash: String(commitment).toLowerCase(),
  };
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const { doubts, problems, ...found } = verifyRound(promised, sha256);
  sayProblems(call, problems);
  const valid = doubts.length === 0;
  tell(call, { valid, reasons: [...doubts], ...found, blocking: [...found.blocking] });
  return valid ? 0 : 1;
}

function tell({ terminal, say }: Call, verdict: PlacementVerdict): void {
  terminal.out(JSON.stringify(verdict));
  terminal.tell(say(verdict.valid ? "placement/valid" : "placement/not-valid"));
  for (const reason of verdict.reasons) terminal.tell(say(`placement/${reason}`));
}
