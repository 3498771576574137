/**
 * Promises: matching a million students with ten choices each costs at most twice what the same
 * algorithm costs in C++, and both give the same matching; finding it stable costs at most a fifth
 * of making it.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { deferredAcceptance } from "@echelon/kernel/matching/deferred-acceptance.ts";
import { freeRules, type Market } from "@echelon/kernel/matching/market.ts";
import { madeMarket } from "@echelon/kernel/matching/synthetic/markets.ts";
import { verifyMatching } from "@echelon/kernel/matching/verify-matching.ts";
import {
  atMost,
  isSmoke,
  median,
  processorTime,
  report,
  type Outcome,
  type Skipped,
} from "./measure.ts";

const promises = ["matching", "matching, verifier"] as const;
const limits = [2, 0.2] as const;
const students = isSmoke ? 3_000 : 1_000_000;
const places = isSmoke ? 200 : 60_000;
const rounds = isSmoke ? 1 : 5;
const flags = ["-O2", "-std=c++17"];

function dump(path: string, market: Market): void {
  const { starts, choices, scores, capacities, lottery } = market;
  const sizes = Int32Array.of(market.students, market.places, choices.length);
  const all = [sizes, starts, choices, scores, capacities, lottery];
  writeFileSync(path, Buffer.concat(all.map((one) => new Uint8Array(one.buffer))));
}

async function measure(folder: string): Promise<readonly (Outcome | Skipped)[]> {
  const binary = join(folder, "matching");
  const source = join(import.meta.dirname, "peer", "matching.cpp");
  try {
    execFileSync("g++", [...flags, source, "-o", binary], { stdio: "pipe" });
  } catch (error) {
    const skipped = `g++ is not here or refused: ${String(error).slice(0, 200)}`;
    return promises.map((promise) => ({ promise, skipped }));
  }
  const market = madeMarket({ students, places, choices: 10, seats: 0.9, seed: 5 });
  const [from, to] = [join(folder, "market.bin"), join(folder, "matching.bin")];
  dump(from, market);
  const peer = spawn(binary, [from, to]);
  const lines = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  const rules = freeRules(places);
  let placeOf = deferredAcceptance(market);
  let verdict = verifyMatching(market, rules, placeOf);
  const [ours, theirs, verifying]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(processorTime(() => void (placeOf = deferredAcceptance(market))));
    peer.stdin.write(".");
    theirs.push(Number((await lines.next()).value));
    verifying.push(processorTime(() => void (verdict = verifyMatching(market, rules, placeOf))));
  }
  const ended = new Promise((done) => peer.once("close", done));
  peer.stdin.end();
  await ended;
  const different = differences(placeOf, readFileSync(to));
  const isRight = different === 0 && verdict.isStable;
  const details = { students, places, different, blocking: verdict.blockingCount };
  const name = `the same algorithm in C++, g++ ${flags.join(" ")}, ms of processor`;
  const [matching, verifier] = promises;
  return [
    atMost(matching, median(ours), median(theirs), name, limits[0], details),
    atMost(verifier, median(verifying), median(ours), "making the matching, ms", limits[1]),
  ].map((outcome) => (isRight ? outcome : { ...outcome, holds: false }));
}

/** How many students the peer puts elsewhere. */
function differences(placeOf: Int32Array, bytes: Buffer): number {
  const theirs = new Int32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  return placeOf.reduce((sum, place, s) => sum + (place === theirs[s] ? 0 : 1), 0);
}

const folder = mkdtempSync(join(tmpdir(), "echelon-bench-"));
try {
  const outcomes = await measure(folder);
  report([...outcomes]);
  // A matching that differs, or is not stable, is a fault even where no time is judged.
  const [first] = outcomes;
  if (first !== undefined && "details" in first) {
    const { different, blocking } = first.details ?? {};
    if (different !== 0 || blocking !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
