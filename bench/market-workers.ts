/**
 * Promise: two threads close a day in at most .65 of the time of one, and any number of threads
 * leaves the same digest.
 *
 * Where the cores are free, time is the clock's. Where neighbors hold them, it is the processor
 * time
 * of the longest way through the day: what cannot be cut, and of each phase its slowest thread.
 */
import { digestState } from "@echelon/kernel/market/state/digest.ts";
import { runExampleDay } from "@echelon/kernel/market/examples/example-day.ts";
import { openCrew, threadTime } from "./market-crew.ts";
import { competition, openMarket } from "./market-world.ts";
import { atMost, best, inTurns, isSmoke, report, timed } from "./measure.ts";

const rounds = isSmoke ? 2 : 12;
const warmDays = isSmoke ? 1 : 6;
const crews = isSmoke ? [1, 3] : [1, 2, 3, 5, 8];
const digestDays = isSmoke ? 1 : 3;

type Arm = {
  day(): number;
  /** Processor time of the longest way through each day, milliseconds. */
  readonly longest: number[];
  stop(): Promise<void>;
};

async function openArm(threads: number): Promise<Arm> {
  const engine = openMarket();
  const crew = await openCrew(engine, competition, threads);
  const longest: number[] = [];
  const day = () => {
    let inPhases = 0;
    let waiting = 0;
    const before = threadTime();
    const took = timed(() =>
      runExampleDay(engine, {
        run: (_, phase, slice) => {
          const start = threadTime();
          inPhases += crew.run(phase, slice);
          waiting += threadTime() - start;
        },
      }),
    );
    longest.push(threadTime() - before - waiting + inPhases);
    return took;
  };
  for (let warm = 0; warm < warmDays; warm++) day();
  longest.length = 0;
  return { day, longest, stop: () => crew.stop() };
}

/** The digest after a few days with so many threads. */
async function digestWith(threads: number): Promise<string> {
  const engine = openMarket();
  const crew = await openCrew(engine, competition, threads);
  for (let day = 0; day < digestDays; day++) {
    runExampleDay(engine, { run: (_, phase, slice) => void crew.run(phase, slice) });
  }
  await crew.stop();
  return digestState(engine.state);
}

const one = await openArm(1);
const two = await openArm(2);
const [alone, together] = inTurns(rounds, [one.day, two.day]);
await one.stop();
await two.stop();
const areBusy =
  best(alone!) > 1.15 * best(one.longest) || best(together!) > 1.3 * best(two.longest);
const [ours, against] = areBusy
  ? [best(two.longest), best(one.longest)]
  : [best(together!), best(alone!)];
const digests: string[] = [];
for (const threads of crews) digests.push(await digestWith(threads));
const isEqual = new Set(digests).size === 1;
const unit = areBusy ? "ms of processor on the longest way, for cores are busy" : "ms by the clock";
const outcome = atMost("market-workers", ours, against, `one thread, ${unit}`, 0.65, {
  byClock: best(together!) / best(alone!),
  equalDigests: `${crews.join(", ")} threads: ${isEqual}`,
});
report([{ ...outcome, holds: outcome.holds && isEqual }]);
if (!isEqual) process.exitCode = 1;
