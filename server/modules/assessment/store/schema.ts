export type PieceKind = "auto" | "rubric" | "exam" | "quiz" | "peer";
export type PieceSource = "system" | "teacher" | "mentor" | "examiner" | "peer";

export interface PieceTable {
  id: string;
  person_id: string;
  competency: string;
  framework_version: string;
  kind: PieceKind;
  source: PieceSource;
  rater_id: string | null;
  context_kind: "season" | "exam" | "course";
  context_id: string;
  markets: string[];
  ordinal: number;
  day: number;
  outcome_micro: number;
  events: number;
  weight: number;
  is_whole: boolean;
  difficulty: number;
  guess: number;
  slip: number;
  detail: unknown;
  hash: string;
  made_at: Date;
}

export interface VoidingTable {
  piece_id: string;
  reason: "withdrawn" | "replaced" | "contested";
  note: string;
  by_id: string | null;
  at: Date;
}

export interface MasteryTable {
  person_id: string;
  competency: string;
  theta: number;
  variance: number;
  day: number;
  pieces: number;
  contexts: number;
  raters: number;
}

export interface GatheredTable {
  season_id: string;
  branch: number;
  day: number;
  gathered_at: Date;
}

export interface ContestTable {
  id: string;
  piece_id: string;
  person_id: string;
  text: string;
  made_at: Date;
  state: "open" | "kept" | "voided";
  answer: string;
  decided_by: string | null;
  decided_at: Date | null;
}

export interface AssessmentTables {
  "assessment.piece": PieceTable;
  "assessment.voiding": VoidingTable;
  "assessment.mastery": MasteryTable;
  "assessment.gathered": GatheredTable;
  "assessment.contest": ContestTable;
}
