import type { Checklist } from "@echelon/kernel/market/checklist/checklist.ts";
import type { Question } from "@echelon/contract/practice/questions.ts";
import type { QuestionFacts } from "@echelon/contract/practice/integrity.ts";
import type { WhatIfResult } from "@echelon/contract/practice/study.ts";
import type { Absence } from "@echelon/contract/practice/absence.ts";
import type { RankingState, Scoring } from "@echelon/contract/practice/scoring.ts";
import type { TeamChange } from "@echelon/contract/practice/team-roles.ts";
import type { Pace, SeasonState } from "@echelon/contract/practice/season.ts";

/** Rows of this module's tables, as pg gives them; a test holds them equal to the database. */
export interface SeasonTable {
  season_id: string;
  class_id: string | null;
  owner_id: string;
  name: string;
  scenario_id: string;
  is_rehearsal: boolean;
  state: SeasonState;
  day: number;
  days: number;
  branch: number;
  closing_day: number | null;
  closing_branch: number | null;
  closing_how: string | null;
  pace: Pace;
  closes_at: Date | null;
  team_size: number;
  preset_id: string | null;
  /** Of the tasks, at the last close of somebody's own practice. */
  reached_bp: number | null;
  days_per_round: number;
  listings_per_round_max: number | null;
  absence: Absence;
  scoring: Scoring;
  checklist: Checklist | null;
  ranking: RankingState;
  ranking_day: number | null;
  are_names_hidden: boolean;
  prepared_percent: number;
  world_hash: string;
  seed_secret: Buffer;
  seed_commitment: string;
  version: number;
  created_at: Date;
  finished_at: Date | null;
}

export interface SeasonWorldTable {
  season_id: string;
  source: Buffer;
  engine: number;
  scenario_name: unknown;
  scenario_goal: unknown;
}

export interface SeasonProductTable {
  season_id: string;
  sku: string;
  place: number;
  category: string;
  detail: unknown;
  terms: string[];
}

export interface BranchTable {
  season_id: string;
  branch: number;
  parent: number | null;
  from_day: number;
  reason: string;
  made_by: string;
  made_at: Date;
}

export interface StoreTable {
  season_id: string;
  store: number;
  name: string;
  entered_day: number;
  ready_day: number;
  is_guided: boolean;
  last_decided_at: Date | null;
  /** A program runs it: it stands in a league of its own. */
  is_agent: boolean;
}

export interface AgentTable {
  season_id: string;
  store: number;
  agent_id: string;
  token_hash: Buffer;
  made_by: string;
  made_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface StoreMemberTable {
  season_id: string;
  store: number;
  person_id: string;
  joined_at: Date;
}

export interface LogEntryTable {
  season_id: string;
  store: number;
  number: number;
  branch: number;
  day: number;
  kind: string;
  decision: unknown;
  author_id: string;
  note: string;
  at: Date;
  cost_minor: bigint;
  /** By the season's rule: a draft that a close handed in for its author, or that a bot begins. */
  by_close: boolean;
}

export interface RequestKeyTable {
  season_id: string;
  store: number;
  key: string;
  answer: unknown;
  at: Date;
  asked: string;
}

export interface PeerReviewTable {
  season_id: string;
  store: number;
  round: number;
  author_id: string;
  person_id: string;
  points: number;
  mark: number;
  reason: string;
  at: Date;
}

export interface TeamChangeTable {
  season_id: string;
  store: number;
  number: number;
  branch: number;
  day: number;
  change: TeamChange;
  author_id: string;
  at: Date;
}

export interface DraftTable {
  season_id: string;
  store: number;
  key: string;
  value: string;
  author_id: string;
  saved_at: Date;
  /** JSON of the decisions that it stands for; null where it stands for none. */
  wishes: string | null;
}

export interface DayCloseTable {
  season_id: string;
  branch: number;
  day: number;
  digest: string;
  ledger_sums: Record<string, number>;
  rates_e8: number[];
  orders: number;
  milliseconds: number;
  how: string;
  closed_at: Date;
  is_head: boolean;
}

export interface SnapshotTable {
  season_id: string;
  branch: number;
  day: number;
  digest: string;
  bytes: Buffer;
}

export interface WhatIfTable {
  season_id: string;
  store: number;
  what_if: number;
  branch: number;
  day: number;
  number: number;
  to_day: number;
  /** A bigint comes as text. */
  instead: number | string | null;
  asked_by: string;
  asked_at: Date;
  result: WhatIfResult | null;
}

export interface ChanceSearchTable {
  season_id: string;
  branch: number;
  to_day: number;
  asked_at: Date;
  done_at: Date | null;
}

export interface ChanceTable {
  season_id: string;
  store: number;
  chance: number;
  rule: string;
  day: number;
  number: number;
  /** A bigint comes as text. */
  instead: number | string | null;
  result: WhatIfResult | null;
}

export interface AnswerTable {
  season_id: string;
  person_id: string;
  store: number;
  question: Question;
  text: string;
  saved_at: Date;
}

export interface LookTable {
  season_id: string;
  branch: number;
  to_day: number;
  asked_by: string;
  asked_at: Date;
  percent: number;
  questions: readonly QuestionFacts[] | null;
}

export interface RemarkTable {
  season_id: string;
  remark: number;
  key: string;
  is_aside: boolean;
  note: string;
  author_id: string;
  at: Date;
}

/** The tables of what a season is; those of its results are in `result-schema.ts`. */
export interface PracticeTables {
  "practice.season": SeasonTable;
  "practice.season_world": SeasonWorldTable;
  "practice.season_product": SeasonProductTable;
  "practice.branch": BranchTable;
  "practice.store": StoreTable;
  "practice.store_member": StoreMemberTable;
  "practice.agent": AgentTable;
  "practice.log_entry": LogEntryTable;
  "practice.look": LookTable;
  "practice.remark": RemarkTable;
  "practice.request_key": RequestKeyTable;
  "practice.draft": DraftTable;
  "practice.day_close": DayCloseTable;
  "practice.snapshot": SnapshotTable;
  "practice.what_if": WhatIfTable;
  "practice.chance_search": ChanceSearchTable;
  "practice.chance": ChanceTable;
  "practice.answer": AnswerTable;
  "practice.peer_review": PeerReviewTable;
  "practice.team_change": TeamChangeTable;
}
