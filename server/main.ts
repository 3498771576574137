/**
 * The only door into the server for the command line, benches and tests. Nothing here runs at
 * import; each function begins something and gives what ends it.
 */
export { type App, type AppOptions, createApp } from "./app.ts";
export { type BuildNews, buildWeb } from "./build-web.ts";
export { type Config, readConfig, showConfig } from "./config.ts";
export { type House, type HouseOptions, openHouse } from "./house.ts";
export { modules } from "./modules.ts";
export {
  checkFramework,
  exportFramework,
  exportQuestions,
  importFramework,
  type FittedRatings,
  fitRatings,
  frameworkFindingCodes,
  frameworkFormats,
  importQuestions,
  plantPass,
  type ReplayedCredential,
  replayCredential,
} from "./modules/assessment/index.ts";
export {
  type CredentialPace,
  credentialReasons,
  measureCredentials,
  verifyCredentialFile,
} from "./modules/exchange/index.ts";
export {
  classifyPostingsOf,
  postingShapes,
  type PostingsListener,
  readPostingsOf,
} from "./modules/planning/index.ts";
export {
  comparePolicies,
  openSolver,
  planSeats,
  type PolicyWish,
  simulatePolicies,
  type Solver,
  usualPolicyWish,
} from "./modules/planning/index.ts";
export {
  measureRealism,
  measureSkill,
  plantSecret,
  replaySeason,
  type Scorecard,
  simulateSeason,
  type SkillMeasured,
} from "./modules/practice/index.ts";
export { checkCourses, courseFindingCodes } from "./modules/teaching/index.ts";
export { Fault, type FaultCode, type FaultFacts } from "./platform/fault.ts";
export { uuidv7 } from "./platform/ids.ts";
export type { Log } from "./platform/log/log.ts";
export { echelonVersion } from "./platform/status/versions.ts";
export { type ManualClock, manualClock } from "./platform/clock/clock.ts";
export { freshApp, type FreshApp } from "./platform/testing/fresh-app.ts";
export { freshDatabase, type FreshDatabase } from "./platform/testing/fresh-database.ts";
export { type Installation, type News, openInstallation } from "./starting/installation.ts";
export {
  calibrate,
  checkData,
  difficulties,
  migrateAll,
  seedDemo,
  takeDifficulties,
} from "./starting/maintain.ts";
export { backup, restore } from "./starting/save.ts";
export { serve, type ServeOptions, type Served } from "./starting/serve.ts";
export { startTestCluster } from "./platform/testing/test-cluster.ts";
export { work, type Working } from "./starting/work.ts";
