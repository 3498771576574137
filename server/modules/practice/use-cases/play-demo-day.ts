import { ok, type Outcome } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import { demo, demoId } from "../../identity/index.ts";
import { playDemoDayKind, type PlayDemoDayPayload } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { holdSeason, readSeason, type SeasonRow } from "../store/season-store.ts";
import { storeOf } from "../store/store-store.ts";
import { decide } from "./accept-decisions.ts";
import { demoStores, type DemoStudent } from "./demo-students.ts";
import { demoWishes, looksIn } from "./demo-wishes.ts";
import { openDesk } from "./open-desk.ts";
import { openStore } from "./open-store.ts";
import { freezeDay } from "./request-close.ts";
import { openDemoSeason } from "./seed-season.ts";
import { startSeason } from "./steer-season.ts";

/**
 * Plays one day of the demonstration's running season: every student who looks in decides through
 * the same use case as a person, then the day is frozen and its close and the next day are asked
 * for. Day 0 makes the season.
 *
 * Each store's decisions are a transaction with a key of their own, so a run that was killed half
 * way is gone through again without a decision being made twice. Whoever steers the season in the
 * meantime has it: a paused season, or a day that somebody closed, is not touched.
 */
export async function playDemoDay(
  means: PracticeMeans,
  { tx, payload }: JobRun<PlayDemoDayPayload>,
): Promise<void> {
  const { season, day, days } = payload;
  const askForNext = () => enqueue(tx, playDemoDayKind, { season, day: day + 1, days });
  if (day === 0) {
    if ((await openDemoSeason(means, tx)) !== null) await askForNext();
    return;
  }
  const row = await readSeason(tx, season);
  if (row === undefined) return;
  // The job before this one in the queue failed and comes again: so does this one.
  if (row.state === "preparing" || row.day < day) throw new Error(`day ${day} is not open yet`);
  if (row.state === "lobby") await startSeason(means, teacher, season);
  else if (row.state !== "running") return;
  if (row.day === day && row.closing_day === null) await decideAll(means, row);
  const held = await holdSeason(tx, season);
  if (held === undefined || held.state !== "running") return;
  if (held.day === day && held.closing_day === null) await freezeDay(means, tx, held, "by-hand");
  if (day < days) await askForNext();
}

const as = (person: string, role: string): Caller => ({
  person,
  locale: "zh",
  roles: [{ organisation: demo.school.id, role }],
});

const teacher = as(demo.teacher.id, "teacher");

async function decideAll(means: PracticeMeans, row: SeasonRow): Promise<void> {
  for (const [place, student] of demoStores.entries()) {
    if (!looksIn(student, row.day)) continue;
    const answer = await decideFor(means, row, place, student);
    // A run that was killed had decided for this one: what it would wish now is another thing.
    if (answer.ok || answer.refusal.code === "practice/key-used") continue;
    // A bug of the script, or somebody was quicker: the others go on.
    means.log.warn("demo.refused", { place, day: row.day, code: answer.refusal.code });
  }
}

async function decideFor(
  means: PracticeMeans,
  { season_id: season, day }: SeasonRow,
  place: number,
  student: DemoStudent,
): Promise<Outcome<unknown>> {
  const caller = as(demo.student(place), "student");
  const known = await storeOf(means.database, season, caller.person);
  if (known === undefined) {
    const opened = await openStore(means, caller, season, student.store);
    if (!opened.ok) return opened;
  }
  const store = known ?? (await storeOf(means.database, season, caller.person));
  if (store === undefined) return ok();
  const desk = await openDesk(means, caller, season, store.store);
  if (!desk.ok) return desk;
  const wishes = demoWishes({ desk: desk.value, student, day });
  if (wishes.length === 0) return ok();
  const key = demoId(`decisions of student ${place} on day ${day}`);
  return decide(means, caller, season, store.store, { key, day, wishes });
}
