import { adjustmentMinorMax } from "./typed-limits.ts";
import { z } from "zod";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { page, pageAsk } from "../platform/paging.ts";
import { Id, integerText } from "../platform/shapes.ts";
import { LoggedDecision } from "./decision.ts";
import { LeaderboardView } from "./insight.ts";
import { PresetCard } from "./preset.ts";
import { RankingState, Scoring } from "./scoring.ts";
import { debriefRefusals, ofSeason, ofStore, seasonRefusals } from "./paths.ts";
import {
  DayRecord,
  DebriefView,
  InjectEventRequest,
  MakeSeasonRequest,
  Pace,
  ScenarioCard,
  SeasonSummary,
  SeasonView,
  Wall,
} from "./season.ts";
import { SeasonEvent, seasonEventsMax } from "./season-event.ts";
import { Minor } from "./shapes.ts";
import { ClassTasksView } from "./tasks.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const steerRefusals = [
  ...seasonRefusals,
  "practice/season-closed",
  "practice/season-busy",
] as const;

/** Seasons: what is made, steered and seen by those who lead a class. */
export const seasonEndpoints = endpoints({
  scenarios: {
    does: "GET /practice/scenarios",
    gives: z.array(ScenarioCard).max(100),
    refuses: [],
  },
  presets: {
    does: "GET /practice/presets",
    gives: z.array(PresetCard).max(100),
    refuses: [],
  },
  makeSeason: {
    does: "POST /practice/seasons",
    takes: MakeSeasonRequest,
    gives: SeasonView,
    refuses: [
      "practice/no-such-scenario",
      "practice/no-such-preset",
      "practice/no-checklist",
      "practice/no-such-class",
      "practice/too-few-products",
      "practice/bots-too-many",
      "practice/days-too-many",
      "practice/pace-not-allowed",
    ],
    creates: "/practice/seasons/:id",
  },
  seasons: {
    does: "GET /practice/seasons",
    asks: z.strictObject({ class: Id.optional() }),
    gives: z.array(SeasonSummary).max(400),
    refuses: [],
  },
  season: {
    does: "GET /practice/seasons/:season",
    agents: true,
    where: ofSeason,
    gives: SeasonView,
    refuses: seasonRefusals,
  },
  /**
   * The caller's own first practice; made when it does not exist, or in place of the one that is
   * named. Who asks twice for that finds the new one.
   */
  startRehearsal: {
    does: "POST /practice/rehearsal",
    takes: z.strictObject({
      insteadOf: Id.optional(),
      /** A preset for one person; the first store when left out. */
      preset: z.string().max(60).optional(),
    }),
    gives: SeasonView,
    refuses: ["practice/too-few-products", "practice/no-such-preset"],
  },
  startSeason: {
    does: "POST /practice/seasons/:season/start",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  pauseSeason: {
    does: "POST /practice/seasons/:season/pause",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  resumeSeason: {
    does: "POST /practice/seasons/:season/resume",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  finishSeason: {
    does: "POST /practice/seasons/:season/finish",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  setPace: {
    does: "PUT /practice/seasons/:season/pace",
    where: ofSeason,
    takes: Pace,
    gives: SeasonView,
    refuses: [...steerRefusals, "practice/pace-not-allowed"],
  },
  extendDay: {
    does: "POST /practice/seasons/:season/extend",
    where: ofSeason,
    takes: z.strictObject({ minutes: z.int().min(1).max(10_080) }),
    gives: SeasonView,
    refuses: [...steerRefusals, "practice/pace-not-allowed"],
  },
  closeDay: {
    does: "POST /practice/seasons/:season/close",
    where: ofSeason,
    /** The day meant, so that two clicks close one day. */
    takes: z.strictObject({ day: z.int().min(1).max(400) }),
    gives: SeasonView,
    refuses: [
      ...steerRefusals,
      "practice/day-closed",
      "practice/season-not-open",
      "practice/engine-version",
    ],
  },
  rewind: {
    does: "POST /practice/seasons/:season/rewind",
    where: ofSeason,
    /** The day that is opened again. */
    takes: z.strictObject({
      day: z.int().min(1).max(400),
      reason: z.string().trim().min(1).max(400),
    }),
    gives: SeasonView,
    refuses: [...steerRefusals, "practice/rewind-too-far", "practice/branch-limit"],
  },
  injectEvent: {
    does: "POST /practice/seasons/:season/events",
    where: ofSeason,
    takes: InjectEventRequest,
    gives: SeasonView,
    refuses: [
      ...steerRefusals,
      "practice/intervention-in-past",
      "practice/event-after-end",
      "practice/event-limit",
      "practice/no-such-market",
      "practice/value-not-allowed",
    ],
  },
  events: {
    does: "GET /practice/seasons/:season/events",
    where: ofSeason,
    gives: z.array(SeasonEvent).max(seasonEventsMax),
    refuses: seasonRefusals,
  },
  adjustStore: {
    does: "POST /practice/seasons/:season/stores/:store/adjustments",
    where: ofStore,
    takes: z.strictObject({
      amountMinor: Minor.min(-adjustmentMinorMax).max(adjustmentMinorMax),
      reason: z.string().trim().min(1).max(400),
    }),
    gives: nothing,
    refuses: [...steerRefusals, "practice/no-such-store", "practice/value-not-allowed"],
  },
  handBackStore: {
    does: "POST /practice/seasons/:season/stores/:store/hand-back",
    where: ofStore,
    gives: nothing,
    refuses: [...steerRefusals, "practice/no-such-store", "practice/not-on-autopilot"],
  },
  setNamesHidden: {
    does: "PUT /practice/seasons/:season/names",
    where: ofSeason,
    takes: z.strictObject({ areHidden: z.boolean() }),
    gives: SeasonView,
    refuses: seasonRefusals,
  },
  /** What students see of the ranking; frozen, it stands as it was when it was frozen. */
  setRanking: {
    does: "PUT /practice/seasons/:season/ranking",
    where: ofSeason,
    takes: z.strictObject({ ranking: RankingState }),
    gives: SeasonView,
    refuses: [...seasonRefusals, "practice/nothing-closed"],
  },
  wall: {
    does: "GET /practice/seasons/:season/wall",
    where: ofSeason,
    gives: Wall,
    refuses: seasonRefusals,
  },
  days: {
    does: "GET /practice/seasons/:season/days",
    where: ofSeason,
    gives: z.array(DayRecord).max(2_000),
    refuses: seasonRefusals,
  },
  seasonLog: {
    does: "GET /practice/seasons/:season/log",
    where: ofSeason,
    asks: z.strictObject({
      ...pageAsk,
      store: integerText(-1, 5_999).optional(),
      day: integerText(0, 400).optional(),
    }),
    gives: page(LoggedDecision),
    refuses: seasonRefusals,
  },
  exportLog: {
    does: "GET /practice/seasons/:season/season.json",
    where: ofSeason,
    gives: download("application/json"),
    refuses: seasonRefusals,
  },
  debrief: {
    does: "GET /practice/seasons/:season/debrief",
    where: ofSeason,
    gives: DebriefView,
    refuses: debriefRefusals,
  },
  gradebook: {
    does: "GET /practice/seasons/:season/gradebook",
    where: ofSeason,
    asks: z.strictObject({ language: z.enum(["zh", "en"]) }),
    gives: download(xlsx),
    refuses: [...seasonRefusals, "practice/nothing-closed"],
  },
  classTasks: {
    does: "GET /practice/seasons/:season/tasks",
    where: ofSeason,
    gives: ClassTasksView,
    refuses: [...seasonRefusals, "practice/no-checklist"],
  },
  leaderboard: {
    does: "GET /practice/seasons/:season/leaderboard",
    agents: true,
    where: ofSeason,
    /** Another scoring than the season's, for those who see all stores. */
    asks: z.strictObject({ scoring: Scoring.optional() }),
    gives: LeaderboardView,
    refuses: [...seasonRefusals, "practice/nothing-closed"],
  },
});
