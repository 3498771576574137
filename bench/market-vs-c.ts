/**
 * Promise: a day at competition size costs at most twice what the same algorithm costs in C, and
 * leaves the same digest. Both arms count processor time, for neighbors take the clock's. The
 * comparison leaves out what a season may have beside its shelves: searches for a store's name and
 * visits from outside to its own page (kernel/market/offsite) are worked out after each slice, on a
 * bench of their own and only where the module is on.
 */
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runExampleDay } from "@echelon/kernel/market/examples/example-day.ts";
import {
  atMost,
  best,
  isSmoke,
  processorTime,
  report,
  type Outcome,
  type Skipped,
} from "./measure.ts";
import { digestOfDay, openMarket } from "./market-world.ts";
import { writeMarketDump } from "./peer/market-dump.ts";

const promise = "market-vs-c";
const limit = 2;
/** Days before the clock runs, so that our code is compiled and both arms' memory is warm. */
const warmDays = isSmoke ? 1 : 6;
const rounds = isSmoke ? 2 : 12;
const flags = ["-O3", "-march=native", "-ffp-contract=off"];

async function measure(folder: string): Promise<Outcome | Skipped> {
  const source = join(import.meta.dirname, "peer", "market-core.c");
  const binary = join(folder, "market-core");
  try {
    execFileSync("gcc", [...flags, source, "-lm", "-o", binary], { stdio: "pipe" });
  } catch (error) {
    return { promise, skipped: `gcc is not here or refused: ${String(error).slice(0, 200)}` };
  }
  const engine = openMarket();
  const ours: number[] = [];
  // The first day asks trade for every price; the yardstick starts from the second.
  runExampleDay(engine);
  const days = warmDays + rounds;
  const dump = join(folder, "market.bin");
  writeMarketDump(dump, engine, days);
  const peer = spawn(binary, [dump, String(days), String(warmDays)]);
  const lines = linesOf(peer);
  for (let day = 0; day < warmDays; day++) runExampleDay(engine);
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(processorTime(() => runExampleDay(engine)));
    peer.stdin.write(".");
    theirs.push(Number((await lines.next()).value?.split(" ")[0]));
  }
  const digest = (await lines.next()).value ?? "none";
  const isEqual = digest === digestOfDay(engine);
  const name = `C, gcc ${flags.join(" ")}, ms of processor a day`;
  const outcome = atMost(promise, best(ours), best(theirs), name, limit, {
    digest,
    equalDigest: String(isEqual),
  });
  return isEqual ? outcome : { ...outcome, holds: false };
}

function linesOf(peer: ChildProcessWithoutNullStreams): AsyncIterator<string> {
  return createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
}

const folder = mkdtempSync(join(tmpdir(), "echelon-bench-"));
try {
  const outcome = await measure(folder);
  report([outcome]);
  // Unequal digests are a fault even where no time is judged.
  if ("details" in outcome && outcome.details?.["equalDigest"] !== "true") process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
