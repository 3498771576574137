/** What a person can do, and what shows it: the competency framework, evidence, mastery. */
import { type FrameworkFinding, readFramework } from "@echelon/courses/competency-framework.ts";
import { job } from "../../platform/jobs/job-kind.ts";
import type { Module } from "../../platform/module.ts";
import { mountCase } from "./case-routes.ts";
import { courseBanks } from "./course-banks.ts";
import {
  fitDifficultiesKind,
  gatherSeasonKind,
  issueCredentialsKind,
  playCredentialKind,
  tendExamKind,
} from "./jobs.ts";
import { assessmentRoutes } from "./routes.ts";
import { askFit, fitDifficulties } from "./use-cases/fit-difficulties.ts";
import { gatherChecks, gatherOldChecks } from "./use-cases/gather-checks.ts";
import { gatherAgain, gatherClosed, gatherSeason } from "./use-cases/gather-season.ts";
import { issueCredentials } from "./use-cases/issue-credentials.ts";
import { playCredential } from "./use-cases/play-credential.ts";
import { tendExam, tendExams } from "./use-cases/tend-exams.ts";

export { findingCodes as frameworkFindingCodes } from "@echelon/courses/competency-framework.ts";
export { calibrateMastery, type MasteryCalibration } from "./calibrate-mastery.ts";
export {
  type FittedRatings,
  fitRatings,
  type RatedPerson,
  type RatedRater,
  type RatingProblem,
} from "./fit-ratings.ts";
export {
  type BandChange,
  listDifficulties,
  type TakenVersion,
  useDifficulties,
  type VersionLine,
} from "./use-cases/use-difficulties.ts";
export { masteriesOf, masteryCut, type MasteryOf } from "./masteries.ts";
export { type ReplayedCredential, replayCredential } from "./replay-credential.ts";
export { plantPass, type PlantedPass } from "./testing/plant-pass.ts";
export { plantPieces } from "./testing/plant-pieces.ts";
export { exportQuestions, importQuestions } from "./question-files.ts";
export { exportFramework, type FrameworkFormat, frameworkFormats } from "./export-framework.ts";
export { type ImportedFramework, importFramework } from "./import-framework.ts";

/**
 * All that is wrong with a framework, its overlays and its versions.
 *
 * @param folder one that somebody is working on; without it the framework that ships
 */
export function checkFramework(folder?: string): {
  readonly version: string | null;
  readonly competencies: number;
  readonly findings: readonly FrameworkFinding[];
} {
  const { bundle, findings } = readFramework(folder);
  const { version = null, competencies = [] } = bundle?.framework ?? {};
  return { version, competencies: competencies.length, findings };
}

export const assessmentModule: Module = {
  name: "assessment",
  needs: ["identity", "teaching", "exchange", "practice"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: assessmentRoutes,
  jobs: (means) => [
    job(gatherSeasonKind, (run) => gatherSeason(means, run)),
    job(fitDifficultiesKind, (run) => fitDifficulties(means, run)),
    job(issueCredentialsKind, (run) => issueCredentials(means, run)),
    job(playCredentialKind, (run) => playCredential(means, run)),
    job(tendExamKind, (run) => tendExam(means, run)),
  ],
  crons: (means) => [
    {
      name: "assessment.gather-closed",
      pattern: "* * * * *",
      run: ({ tx }) => gatherClosed(means, tx),
    },
    {
      name: "assessment.gather-again",
      pattern: "41 3 * * *",
      run: ({ tx }) => gatherAgain(means, tx),
    },
    {
      // After the night's reading of seasons.
      name: "assessment.ask-fit",
      pattern: "23 4 * * *",
      run: ({ tx }) => askFit(means, tx),
    },
    {
      name: "assessment.gather-checks",
      pattern: "* * * * *",
      run: ({ tx }) => gatherChecks(means, tx),
    },
    {
      name: "assessment.gather-old-checks",
      pattern: "53 3 * * *",
      run: ({ tx }) => gatherOldChecks(means, tx),
    },
    {
      name: "assessment.tend-exams",
      pattern: "* * * * *",
      run: ({ tx }) => tendExams(means, tx),
    },
  ],
  mount: mountCase,
  // Courses are read before anybody asks: a second of reading would make the first of them wait.
  start: async () => {
    courseBanks();
    return () => Promise.resolve();
  },
};
