import { seasonEndpoints as on } from "@echelon/contract/practice/season-endpoints.ts";
import { courseTaskEndpoints as tasks } from "@echelon/contract/practice/course-tasks.ts";
import { ok } from "@echelon/contract/platform/outcome.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { presetCards, scenarioCards } from "./engine/world-sources.ts";
import { may } from "./may.ts";
import type { PracticeMeans } from "./means.ts";
import { exportGradebook } from "./use-cases/export-gradebook.ts";
import { exportSeason } from "./use-cases/export-season.ts";
import { handBackStore } from "./use-cases/hand-back-store.ts";
import { adjustStore, injectEvent } from "./use-cases/inject-event.ts";
import { listEvents } from "./use-cases/list-events.ts";
import { listSeasonLog } from "./use-cases/list-log.ts";
import { makeSeason } from "./use-cases/make-season.ts";
import { requestClose } from "./use-cases/request-close.ts";
import { rewindSeason } from "./use-cases/rewind-season.ts";
import { startRehearsal } from "./use-cases/start-rehearsal.ts";
import * as steer from "./use-cases/steer-season.ts";
import { viewClassCourseTasks, viewOwnTasks } from "./use-cases/view-course-tasks.ts";
import { viewDays } from "./use-cases/view-days.ts";
import { viewDebrief } from "./use-cases/view-debrief.ts";
import { viewLeaderboard } from "./use-cases/view-leaderboard.ts";
import { listSeasons, viewChanged, viewSeason } from "./use-cases/view-season.ts";
import { viewClassTasks } from "./use-cases/view-tasks.ts";
import { viewWall } from "./use-cases/view-wall.ts";

/** Seasons: made and steered by those who lead a class, seen by all who are in them. */
export function seasonRoutes(means: PracticeMeans): readonly Route[] {
  return [
    ...makingRoutes(means),
    ...pacingRoutes(means),
    ...steeringRoutes(means),
    ...seeingRoutes(means),
  ];
}

const makingRoutes = (means: PracticeMeans) => [
  route({ ...on.scenarios, allows: may.look, run: () => ok([...scenarioCards()]) }),
  route({ ...on.presets, allows: may.look, run: () => ok([...presetCards()]) }),
  route({
    ...on.makeSeason,
    allows: may.steer,
    bucket: "heavy-work",
    run: async ({ caller, body }) =>
      viewChanged(means, caller, await makeSeason(means, caller, body)),
  }),
  route({
    ...on.startRehearsal,
    allows: may.trade,
    bucket: "heavy-work",
    run: async ({ caller, body }) =>
      viewChanged(means, caller, await startRehearsal(means, caller, body)),
  }),
  route({
    ...tasks.courseTasks,
    allows: may.trade,
    run: ({ caller, asks }) => viewOwnTasks(means, caller, asks.course),
  }),
  route({
    ...tasks.classCourseTasks,
    allows: may.look,
    run: ({ caller, where, asks }) => viewClassCourseTasks(means, caller, where.class, asks.course),
  }),
];

const pacingRoutes = (means: PracticeMeans) => [
  route({
    ...on.startSeason,
    allows: may.steer,
    run: async ({ caller, where }) =>
      viewChanged(means, caller, await steer.startSeason(means, caller, where.season)),
  }),
  route({
    ...on.pauseSeason,
    allows: may.steer,
    run: async ({ caller, where }) =>
      viewChanged(means, caller, await steer.pauseSeason(means, caller, where.season)),
  }),
  route({
    ...on.resumeSeason,
    allows: may.steer,
    run: async ({ caller, where }) =>
      viewChanged(means, caller, await steer.resumeSeason(means, caller, where.season)),
  }),
  route({
    ...on.finishSeason,
    allows: may.steer,
    run: async ({ caller, where }) =>
      viewChanged(means, caller, await steer.finishSeason(means, caller, where.season)),
  }),
  route({
    ...on.setPace,
    allows: may.steer,
    run: async ({ caller, where, body }) =>
      viewChanged(means, caller, await steer.setPace(means, caller, where.season, body)),
  }),
  route({
    ...on.extendDay,
    allows: may.steer,
    run: async ({ caller, where, body }) =>
      viewChanged(means, caller, await steer.extendDay(means, caller, where.season, body.minutes)),
  }),
];

const steeringRoutes = (means: PracticeMeans) => [
  route({
    ...on.setNamesHidden,
    allows: may.steer,
    run: async ({ caller, where, body }) =>
      viewChanged(
        means,
        caller,
        await steer.setNamesHidden(means, caller, where.season, body.areHidden),
      ),
  }),
  route({
    ...on.setRanking,
    allows: may.steer,
    run: async ({ caller, where, body }) =>
      viewChanged(means, caller, await steer.setRanking(means, caller, where.season, body.ranking)),
  }),
  route({
    ...on.closeDay,
    allows: may.trade,
    run: async ({ caller, where, body }) =>
      viewChanged(means, caller, await requestClose(means, caller, where.season, body.day)),
  }),
  route({
    ...on.rewind,
    allows: may.steer,
    run: async ({ caller, where, body }) =>
      viewChanged(means, caller, await rewindSeason(means, caller, where.season, body)),
  }),
  route({
    ...on.injectEvent,
    allows: may.steer,
    run: async ({ caller, where, body }) =>
      viewChanged(means, caller, await injectEvent(means, caller, where.season, body)),
  }),
  route({
    ...on.adjustStore,
    allows: may.steer,
    run: ({ caller, where, body }) => adjustStore(means, caller, where.season, where.store, body),
  }),
  route({
    ...on.handBackStore,
    allows: may.steer,
    run: ({ caller, where }) => handBackStore(means, caller, where.season, where.store),
  }),
];

const seeingRoutes = (means: PracticeMeans) => [
  route({
    ...on.seasons,
    allows: may.look,
    run: ({ caller, asks }) => listSeasons(means, caller, asks.class),
  }),
  route({
    ...on.season,
    allows: may.look,
    run: ({ caller, where }) => viewSeason(means, caller, where.season),
  }),
  route({
    ...on.wall,
    allows: may.steer,
    run: ({ caller, where }) => viewWall(means, caller, where.season),
  }),
  route({
    ...on.days,
    allows: may.look,
    run: ({ caller, where }) => viewDays(means, caller, where.season),
  }),
  route({
    ...on.seasonLog,
    allows: may.steer,
    run: ({ caller, where, asks }) => listSeasonLog(means, caller, where.season, asks),
  }),
  route({
    ...on.events,
    allows: may.steer,
    run: ({ caller, where }) => listEvents(means, caller, where.season),
  }),
  route({
    ...on.exportLog,
    allows: may.steer,
    bucket: "heavy-work",
    run: ({ caller, where }) => exportSeason(means, caller, where.season),
  }),
  route({
    ...on.debrief,
    allows: may.look,
    run: ({ caller, where }) => viewDebrief(means, caller, where.season),
  }),
  route({
    ...on.gradebook,
    allows: may.steer,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) => exportGradebook(means, caller, where.season, asks.language),
  }),
  route({
    ...on.classTasks,
    allows: may.look,
    run: ({ caller, where }) => viewClassTasks(means, caller, where.season),
  }),
  route({
    ...on.leaderboard,
    allows: may.look,
    run: ({ caller, where, asks }) => viewLeaderboard(means, caller, where.season, asks.scoring),
  }),
];
