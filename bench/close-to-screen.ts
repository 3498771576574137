/**
 * Promise: from a teacher's click on "close the day" to the event that tells every screen of it -
 * log read, day computed, results, books, reports and snapshot written and flushed - it takes at
 * most four times what the engine's own step takes on the same day of the same season.
 *
 * The server runs as an installation does, in processes of its own. A season gives its key away
 * only when it has ended, so the engine's arm comes after the last day; equal digests show that it
 * computed the same days. Where neighbors hold the cores, the clock says more of them than of us:
 * then the processor time of all the server's processes stands against that of the engine.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { closeDay } from "@echelon/kernel/market/day.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import type { Season, Seed } from "@echelon/kernel/market/state/season.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import { handIn, openClass, type ClassOnServer } from "./class-on-server.ts";
import { atMost, isSmoke, median, processorTime, report } from "./measure.ts";
import { freePort, startEchelon, temporaryHome, type Serving } from "./server-process.ts";
import { treeProcessorMs } from "./tree-processor.ts";

const students = isSmoke ? 1 : 40;
const scenario = isSmoke ? "first-week" : "class-40";
const bots = isSmoke ? 6 : 260;
const days = isSmoke ? 2 : 12;
/** The first days warm both arms. */
const warmDays = isSmoke ? 1 : 3;
const passes = isSmoke ? 1 : 3;
/** A close waits for disk and processes; waiting longer than this it waits for neighbors. */
const busyFactor = 1.3;
const closeMsMax = 60_000;
/** Events of what was decided before have been heard by then. */
const quietMs = isSmoke ? 20 : 200;

type SeasonFile = {
  readonly source: WorldSource;
  readonly seed: Seed;
  readonly log: readonly LogEntry[];
  readonly days: readonly { readonly day: number; readonly digest: string }[];
};

/** Milliseconds of a day by the clock, and of the processor where that is told. */
type Took = { readonly clock: number; readonly processor: number | null };

/** From asking for the close to hearing of it. */
async function closeOne(
  { group, live, pid }: { group: ClassOnServer; live: { heard: number }; pid: number },
  day: number,
): Promise<Took> {
  const where = { season: group.season };
  await sleep(quietMs);
  live.heard = 0;
  const before = treeProcessorMs(pid);
  const begun = performance.now();
  await group.teacher.call("POST /practice/seasons/:season/close", { where, body: { day } });
  // The first event tells that the day is frozen, the second that it is closed.
  while (live.heard < 2) {
    if (performance.now() - begun > closeMsMax) throw new Error(`day ${day} was never announced`);
    await sleep(1);
  }
  const clock = performance.now() - begun;
  const after = treeProcessorMs(pid);
  const closed = await group.teacher.call("GET /practice/seasons/:season/days", { where });
  if (!closed.some((one) => one.day === day)) throw new Error(`day ${day} is not closed`);
  return { clock, processor: before === null || after === null ? null : after - before };
}

/** Plays the season through the server; gives the time of each close, and the season's file. */
async function playOnServer({ url, pid }: Serving): Promise<readonly [Took[], SeasonFile]> {
  const group = await openClass(url, { scenario, bots, days, students });
  const live = { heard: 0 };
  const ending = new AbortController();
  await group.teacher.hear(`season:${group.season}`, () => live.heard++, ending.signal);
  const times: Took[] = [];
  for (let day = 1; day <= days; day++) {
    for (const student of group.students) await handIn(student, day);
    times.push(await closeOne({ group, live, pid }, day));
  }
  ending.abort();
  const where = { season: group.season };
  const file = await group.teacher.call("GET /practice/seasons/:season/season.json", { where });
  return [times, file as unknown as SeasonFile];
}

/** The engine's time of each of the season's days; of several passes the median. */
function playInKernel({ source, seed, log, days: closed }: SeasonFile): readonly Took[] {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error("the season's world has faults");
  const world = compiled.value;
  const allocate = (bytes: number) => new ArrayBuffer(bytes);
  const opened = openSeason(world, seed, allocate);
  const work = newWorkspace(world.sizes, allocate);
  const clocks = closed.map((): number[] => []);
  const processors = closed.map((): number[] => []);
  for (let pass = 0; pass < passes; pass++) {
    let at: Season = opened;
    closed.forEach(({ day, digest }, index) => {
      const entries = log.filter((entry) => entry.day === day);
      const begun = performance.now();
      processors[index]!.push(
        processorTime(() => {
          const result = closeDay(at, entries, work);
          if (result.digest !== digest) throw new Error(`day ${day} has another digest here`);
          at = { ...opened, state: result.state };
        }),
      );
      clocks[index]!.push(performance.now() - begun);
    });
  }
  return closed.map((_, index) => {
    return { clock: median(clocks[index]!), processor: median(processors[index]!) };
  });
}

const home = temporaryHome();
let played: readonly [Took[], SeasonFile];
try {
  const server = await startEchelon(home.path, await freePort(), { ECHELON_DEMO: "1" });
  try {
    played = await playOnServer(server);
  } finally {
    await server.stop();
  }
} finally {
  home.remove();
}
const [screens, file] = played;
const steps = playInKernel(file);
const clocks = (took: readonly Took[]) => took.slice(warmDays).map(({ clock }) => clock);
const processors = (took: readonly Took[]) =>
  took.slice(warmDays).map(({ clock, processor }) => processor ?? clock);
const areBusy = median(clocks(screens)) > busyFactor * median(processors(screens));
const pick = areBusy ? processors : clocks;
const unit = areBusy ? "ms of processor, for cores are busy" : "ms by the clock";
report([
  atMost(
    "close-to-screen",
    median(pick(screens)),
    median(pick(steps)),
    `the engine's own step, ${unit}`,
    4,
    {
      byClock: median(clocks(screens)) / median(clocks(steps)),
      screens: screens.map(({ clock }) => Math.round(clock)),
      processor: screens.map(({ processor }) => Math.round(processor ?? 0)),
      entries: file.log.length,
      equalDigests: `${file.days.length} days`,
    },
  ),
]);
