import type { Module } from "../../platform/module.ts";
import { job } from "../../platform/jobs/job-kind.ts";
import type { Means } from "../../platform/module.ts";
import { createSeasonEngine } from "./engine/season-engine.ts";
import { createStudyDesk } from "./engine/study-desk.ts";
import {
  closeDayKind,
  freezeDayKind,
  lookForQuestionsKind,
  playDemoDayKind,
  playWhatIfKind,
  prepareSeasonKind,
  replayLuckKind,
  seekChancesKind,
} from "./jobs.ts";
import { reviewDue } from "./engine/world-sources.ts";
import type { PracticeRouteMeans } from "./means.ts";
import { practiceRoutes } from "./routes.ts";
import { derivedTables } from "./store/result-store.ts";
import { checkBooks } from "./use-cases/check-books.ts";
import { closeDay } from "./use-cases/close-day.ts";
import { closeDueDays, freezeDueDay } from "./use-cases/close-due-days.ts";
import { deriveSeasons } from "./use-cases/derive-seasons.ts";
import { resultsOfClass, type SeasonResults } from "./use-cases/grade-students.ts";
import { lookForQuestions } from "./use-cases/look-for-questions.ts";
import { mayHearRoll, mayHearSeason, mayHearStore } from "./use-cases/find-season.ts";
import { playDemoDay } from "./use-cases/play-demo-day.ts";
import { readAgent } from "./use-cases/read-agent.ts";
import { type ChecklistResults, readChecklist } from "./use-cases/read-checklist.ts";
import { readPractice, type SeasonPractice } from "./use-cases/read-practice.ts";
import { replayLuck } from "./use-cases/replay-luck.ts";
import { playWhatIf } from "./use-cases/play-what-if.ts";
import { seekChances } from "./use-cases/seek-chances.ts";
import { prepareSeason } from "./use-cases/prepare-season.ts";
import { askForDemoDays, seedSeason } from "./use-cases/seed-season.ts";

export { measureSkill, type SkillMeasured } from "./engine/measure-skill.ts";
export { plantSecret } from "./testing/plant-secret.ts";
export {
  replaySegment,
  SeasonSegment,
  type SegmentReplay,
  segmentOf,
} from "./engine/season-segment.ts";
export { replaySeason } from "./engine/replay-season.ts";
export { simulateSeason } from "./engine/simulate-season.ts";
export { measureRealism, type Scorecard } from "./engine/measure-realism.ts";

export type { ChecklistResults } from "./use-cases/read-checklist.ts";
export type { Happening, SeasonPractice } from "./use-cases/read-practice.ts";
export type { SeasonResult, SeasonResults } from "./use-cases/grade-students.ts";
export { practiceMinutes, seasonsPlayedBy } from "./store/practice-time-store.ts";
export { seasonNames, seasonsClosedSince } from "./store/season-store.ts";

/** What a class's season shows of its people; null where there is nothing yet. */
export const practiceOf = (means: Means, season: string): Promise<SeasonPractice | null> =>
  readPractice(meansOf(means), season);

/** What a class's seasons say of its students, as far as they have closed. */
export const practiceResults = (means: Means, classId: string): Promise<readonly SeasonResults[]> =>
  resultsOfClass(meansOf(means), classId);
/** What a class's season shows by its checklist; null where it has none. */
export const checklistOf = (means: Means, season: string): Promise<ChecklistResults | null> =>
  readChecklist(meansOf(means), season);

/** One engine a process, however often the platform asks for a part of the module. */
const engines = new WeakMap<Means, PracticeRouteMeans>();

function meansOf(means: Means): PracticeRouteMeans {
  const known = engines.get(means);
  if (known !== undefined) return known;
  const made: PracticeRouteMeans = {
    ...means,
    engine: createSeasonEngine(),
    study: createStudyDesk(),
  };
  engines.set(means, made);
  return made;
}

/** The practice market: seasons, stores, the decision log, closes and what they write. */
export const practiceModule: Module = {
  name: "practice",
  needs: ["identity", "teaching", "exchange"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: (means) => practiceRoutes(meansOf(means)),
  jobs: (means) => [
    job(closeDayKind, (run) => closeDay(meansOf(means), run)),
    job(freezeDayKind, (run) => freezeDueDay(meansOf(means), run)),
    job(prepareSeasonKind, (run) => prepareSeason(meansOf(means), run)),
    job(playWhatIfKind, (run) => playWhatIf(meansOf(means), run)),
    job(playDemoDayKind, (run) => playDemoDay(meansOf(means), run)),
    job(replayLuckKind, (run) => replayLuck(meansOf(means), run)),
    job(lookForQuestionsKind, (run) => lookForQuestions(meansOf(means), run)),
    job(seekChancesKind, (run) => seekChances(meansOf(means), run)),
  ],
  crons: (means) => [
    {
      name: "practice.close-due-days",
      pattern: "* * * * *",
      run: ({ tx }) => closeDueDays(means, tx),
    },
  ],
  topics: (means) => ({
    season: (caller, id) => mayHearSeason(means.database, caller, id),
    // Who is in a season and who has handed in: a class of forty need not hear it of each other.
    roll: (caller, id) => mayHearRoll(means.database, caller, id),
    store: (caller, id) => mayHearStore(means.database, caller, id),
  }),
  agents: (means) => (token) => readAgent(means, token),
  seedDemo: (means) => seedSeason(meansOf(means)),
  playDemo: (means) => askForDemoDays(meansOf(means)),
  notes: async ({ clock }) => reviewDue(Math.floor(clock.now().getTime() / 86_400_000)),
  check: (_, sql) => checkBooks(sql),
  backup: {
    leavesOut: ["practice.request_key"],
    derived: derivedTables,
    derive: (means) => deriveSeasons(meansOf(means)),
  },
  start: async (means) => {
    const { engine, study } = meansOf(means);
    return async () => {
      await Promise.all([engine.stop(), study.stop()]);
    };
  },
};
