/**
 * Promise: folding the evidence of 50,000 people in 70 competencies costs at most three times what
 * a plain loop in C costs. Ours uses the kernel's fixed exponential, which gives the same bits
 * everywhere; the loop uses that of the C library, and must agree to a billionth.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  foldColumns,
  type MasteryColumns,
  type PieceColumns,
} from "@echelon/kernel/assessment/mastery/fold-columns.ts";
import { madeLearners } from "@echelon/kernel/assessment/synthetic/learners.ts";
import {
  atMost,
  isSmoke,
  median,
  processorTime,
  report,
  type Outcome,
  type Skipped,
} from "./measure.ts";

const promise = "mastery-fold";
const limit = 3;
const competencies = 70;
/** A part of the people is folded so many times: all of them at once would not fit a small room. */
const people = isSmoke ? 20 : 1_000;
const times = isSmoke ? 1 : 50;
const rounds = isSmoke ? 1 : 7;
const flags = ["-O3", "-march=native", "-ffp-contract=off"];
const agreesTo = 1e-9;

function columns(): PieceColumns {
  const world = { seed: 1, people: people * competencies, pieces: 4, events: 10 };
  const learners = madeLearners({ ...world, learning: 0.05, gapDays: 11 });
  const pieces = learners.flatMap((one) => one.pieces);
  const starts = Int32Array.from({ length: learners.length + 1 }, (_, at) => at * world.pieces);
  return {
    starts,
    day: Int32Array.from(pieces, ({ day }) => day),
    outcomeMicro: Int32Array.from(pieces, ({ outcomeMicro }) => outcomeMicro),
    weight: Float64Array.from(pieces, ({ weight }) => weight),
    difficulty: Float64Array.from(pieces, ({ difficulty }) => difficulty),
    guess: Float64Array.from(pieces, ({ guess }) => guess),
    slip: Float64Array.from(pieces, ({ slip }) => slip),
  };
}

function dump(path: string, pieces: PieceColumns): void {
  const { starts, day, outcomeMicro, weight, difficulty, guess, slip } = pieces;
  const sizes = Int32Array.of(starts.length - 1, day.length);
  const all = [sizes, starts, day, outcomeMicro, weight, difficulty, guess, slip];
  writeFileSync(path, Buffer.concat(all.map((one) => new Uint8Array(one.buffer))));
}

async function measure(folder: string): Promise<Outcome | Skipped> {
  const binary = join(folder, "mastery-fold");
  const source = join(import.meta.dirname, "peer", "mastery-fold.c");
  try {
    execFileSync("gcc", [...flags, source, "-lm", "-o", binary], { stdio: "pipe" });
  } catch (error) {
    return { promise, skipped: `gcc is not here or refused: ${String(error).slice(0, 200)}` };
  }
  const pieces = columns();
  const [from, to] = [join(folder, "pieces.bin"), join(folder, "folded.bin")];
  dump(from, pieces);
  const peer = spawn(binary, [from, to, String(times)]);
  const lines = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  let folded = foldColumns(pieces);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(
      processorTime(() => {
        for (let time = 0; time < times; time += 1) folded = foldColumns(pieces);
      }),
    );
    peer.stdin.write(".");
    theirs.push(Number((await lines.next()).value));
  }
  const ended = new Promise((done) => peer.once("close", done));
  peer.stdin.end();
  await ended;
  const apart = furthest(folded, readFileSync(to));
  const name = `a plain loop in C, gcc ${flags.join(" ")}, ms of processor`;
  const details = { pieces: times * pieces.day.length, furthestApart: apart };
  const outcome = atMost(promise, median(ours), median(theirs), name, limit, details);
  return apart <= agreesTo ? outcome : { ...outcome, holds: false };
}

/** How far the two folds lie apart at most, logits and logits². */
function furthest({ theta, variance }: MasteryColumns, bytes: Buffer): number {
  const theirs = new Float64Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  const ours = [...theta, ...variance];
  return ours.reduce((most, value, at) => Math.max(most, Math.abs(value - theirs[at]!)), 0);
}

const folder = mkdtempSync(join(tmpdir(), "echelon-bench-"));
try {
  const outcome = await measure(folder);
  report([outcome]);
  // Folds that differ are a fault even where no time is judged.
  if ("details" in outcome && !(Number(outcome.details?.["furthestApart"]) <= agreesTo)) {
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
