import type { PostingReasons } from "@echelon/contract/planning/postings.ts";
import type { KeptReport } from "../kept-report.ts";

export type ImportForm = "table" | "lines" | "batches" | "form";
export type ImportState = "open" | "committed" | "settled";

export interface SourceTable {
  organisation_id: string;
  id: string;
  name: string;
  mapping: Readonly<Record<string, string>>;
  made_at: Date;
}

export interface ImportTable {
  organisation_id: string;
  id: string;
  source_id: string;
  by_id: string;
  form: ImportForm;
  file_name: string;
  hash: string | null;
  state: ImportState;
  report: KeptReport;
  done: number;
  made_at: Date;
  committed_at: Date | null;
  settled_at: Date | null;
}

export interface PostingTable {
  import_id: string;
  row_number: number;
  id: string;
  organisation_id: string;
  source_id: string;
  source_key: string | null;
  posted_on: string | null;
  closed_on: string | null;
  title: string;
  description: string;
  enterprise_hash: string | null;
  enterprise_size: string;
  city_said: string;
  city: string | null;
  salary_said: string;
  salary_min_minor: bigint | null;
  salary_max_minor: bigint | null;
  salary_per: string | null;
  pay_months: number | null;
  years_min: number | null;
  education: string;
  openings: number;
  language: "zh" | "en";
  flags: string[];
  block: string;
  title_key: string;
  text_hash: bigint | null;
  group_id: string | null;
  group_size: number | null;
  windows: number | null;
  gate_score: number | null;
  is_relevant: boolean | null;
  role: string | null;
  second_role: string | null;
  echelon_points: number | null;
  echelon: string | null;
  competencies: string[] | null;
  confidence_ppm: number | null;
  is_queued: boolean;
  reasons: PostingReasons | null;
  model_version: number | null;
}

export interface LabelTable {
  posting_id: string;
  by_id: string;
  is_relevant: boolean;
  role: string | null;
  echelon: string | null;
  at: Date;
}

export interface ModelTable {
  version: number;
  learned: Readonly<Record<string, Readonly<Record<string, number>>>>;
  labels: number;
  hit_ppm: number | null;
  cutter: string;
  made_by: string;
  made_at: Date;
}

export interface CoverageTable {
  source_id: string;
  city: string;
  quarter: string;
  surveyed: number;
  posted: number;
  organisation_id: string;
  entered_by: string;
  entered_at: Date;
}

export interface StockTable {
  city: string;
  family: string;
  echelon: string;
  quarter: string;
  people: number;
  organisation_id: string;
  entered_by: string;
  entered_at: Date;
}

export interface PeopleOrderTable {
  id: string;
  organisation_id: string;
  city: string;
  role: string;
  echelon: string;
  people: number;
  due_on: string;
  note: string;
  made_by: string;
  made_at: Date;
  withdrawn_at: Date | null;
}

export interface PlanningTables {
  "planning.source": SourceTable;
  "planning.import": ImportTable;
  "planning.posting": PostingTable;
  "planning.label": LabelTable;
  "planning.model": ModelTable;
  "planning.coverage": CoverageTable;
  "planning.stock": StockTable;
  "planning.people_order": PeopleOrderTable;
}
