/**
 * Promises: a province's seat plan costs at most half the processor time of a native solver on the
 * same programme, with the same optimum; and compressing uncertainty is at least five times as
 * quick as writing every scenario out. The peer is CBC of Debian (`apt-get install coinor-cbc`) by
 * its dual simplex method, the quicker of its two.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seatModel } from "@echelon/kernel/planning/seat-plan/seat-model.ts";
import { madeRegion, provinceSize } from "@echelon/kernel/planning/synthetic/made-region.ts";
import { openSolver } from "@echelon/server/main.ts";
import {
  atMost,
  isSmoke,
  median,
  type Outcome,
  processorTime,
  report,
  type Skipped,
  timesFaster,
} from "./measure.ts";

const promise = "seat-plan";
const limit = 0.5;
const compressionLimit = 5;
/** Both optima agree to a millionth. */
const agreesTo = 1e-6;
const rounds = isSmoke ? 1 : 3;

const small = { ...provinceSize, schools: 4, cities: 3, scenarios: 3, decisionHalfYears: 6 };
const province = isSmoke ? { ...small, stockHalfYears: 8 } : provinceSize;
const compared = isSmoke ? { ...small, stockHalfYears: 8 } : { ...provinceSize, schools: 11 };

const solver = await openSolver();

type Program = ReturnType<typeof seatModel>["program"];

/** Solves, with duals, as a plan is. */
function solved(program: Program): { objective: number; ms: number } {
  let objective = Number.NaN;
  const ms = processorTime(() => {
    const outcome = solver.solve(program, { secondsMax: 1_200 });
    if (outcome.status === "optimal") objective = outcome.solution.objective;
  });
  return { objective, ms };
}

/** What CBC finds in a file, and the processor time that it took, as its shell counts it. */
function solvedByCbc(file: string): { objective: number; ms: number } {
  const script = 'cbc "$0" -dualSimplex -quit; times';
  const printed = execFileSync("sh", ["-c", script, file], { encoding: "utf8" });
  const objective = Number(/objective (?:value )?(-?[\d.e+]+)/i.exec(printed)?.[1]);
  const [user, system] = /^(\d+m[\d.]+s) (\d+m[\d.]+s)\s*$/
    .exec(printed.trimEnd().split("\n").at(-1)!)!
    .slice(1);
  return { objective, ms: msOf(user!) + msOf(system!) };
}

function msOf(text: string): number {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(text)!;
  return (Number(minutes) * 60 + Number(seconds)) * 1_000;
}

function againstCbc(folder: string): Outcome | Skipped {
  try {
    execFileSync("cbc", ["-quit"], { stdio: "pipe" });
  } catch (error) {
    return { promise, skipped: `cbc is not here: ${String(error).slice(0, 100)}` };
  }
  const { program } = seatModel(madeRegion(province));
  const file = join(folder, "province.mps");
  writeFileSync(file, solver.write(program));
  const [ours, theirs]: [number[], number[]] = [[], []];
  let apart = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [mine, peer] = [solved(program), solvedByCbc(file)];
    ours.push(mine.ms);
    theirs.push(peer.ms);
    apart = Math.max(apart, Math.abs(mine.objective - peer.objective) / Math.abs(peer.objective));
  }
  const details = { columns: program.columns, rows: program.rows, furthestApart: apart };
  const name = "CBC by its dual simplex method, ms of processor";
  const outcome = atMost(promise, median(ours), median(theirs), name, limit, details);
  return apart <= agreesTo ? outcome : { ...outcome, holds: false };
}

function compression(): Outcome {
  const region = madeRegion(compared);
  const forms = (["compressed", "extensive"] as const).map((form) => {
    const { program } = seatModel(region, { form });
    const runs = Array.from({ length: rounds }, () => solved(program));
    return { ms: median(runs.map(({ ms }) => ms)), objective: runs[0]!.objective };
  });
  const [ours, theirs] = [forms[0]!, forms[1]!];
  const apart = Math.abs(ours.objective - theirs.objective) / Math.abs(theirs.objective);
  const outcome = timesFaster(
    `${promise}, compression`,
    ours.ms,
    theirs.ms,
    "the same plan with every scenario written out, ms of processor",
    compressionLimit,
    { furthestApart: apart },
  );
  return apart <= agreesTo ? outcome : { ...outcome, holds: false };
}

const folder = mkdtempSync(join(tmpdir(), "echelon-bench-"));
try {
  const outcomes = [againstCbc(folder), compression()];
  report([...outcomes]);
  // Optima that differ are a fault even where no time is judged.
  for (const outcome of outcomes) {
    if ("details" in outcome && !(Number(outcome.details?.["furthestApart"]) <= agreesTo)) {
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
