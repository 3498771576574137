import type { ExamSection } from "@echelon/contract/assessment/exams.ts";
import type { Question, QuestionAnswer } from "@echelon/contract/assessment/question.ts";
import type { TestMoment } from "@echelon/contract/assessment/measurement-limits.ts";
import type { SigningSide } from "@echelon/contract/assessment/signatures.ts";
import type { SeasonSegment } from "../../practice/index.ts";
import type { AppealTables } from "./appeal-schema.ts";
import type { FrameworkTables } from "./framework-schema.ts";

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
  context_kind: "season" | "exam" | "course" | "assignment";
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
  scenario: string | null;
}

export interface DifficultyVersionTable {
  version: number;
  inputs_hash: string;
  pieces: number;
  items: unknown;
  made_at: Date;
}

export interface DifficultyUseTable {
  number: number;
  version: number;
  used_at: Date;
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
  framework_version: string | null;
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

export interface AssignmentTable {
  id: string;
  class_id: string;
  title: string;
  brief: string;
  competencies: string[];
  due_on: string | null;
  state: "open" | "marking" | "published";
  fit: Readonly<Record<string, unknown>> | null;
  made_by: string;
  made_at: Date;
  closed_at: Date | null;
  published_at: Date | null;
}

export interface WorkTable {
  id: string;
  assignment_id: string;
  person_id: string;
  text: string;
  saved_at: Date;
}

export type RaterSide = "teacher" | "mentor" | "third";

export interface AllocationTable {
  work_id: string;
  rater_id: string;
  side: RaterSide;
  is_anchor: boolean;
  allocated_at: Date;
  done_at: Date | null;
}

export interface MarkTable {
  work_id: string;
  rater_id: string;
  competency: string;
  mark: number;
  note: string;
  at: Date;
}

export interface ConflictTable {
  class_id: string;
  rater_id: string;
  person_id: string;
  reason: "relative" | "own-intern" | "other";
  declared_by: string;
  at: Date;
}

export interface DecisionTable {
  id: string;
  person_id: string;
  class_id: string;
  role: string;
  echelon: string;
  framework_version: string;
  evidence_hash: string;
  verdict: "pass" | "not-yet" | "held";
  missing: unknown;
  holds: string[];
  decided_by: string;
  decided_at: Date;
  difficulty_version: number;
  revises: string | null;
  appeal_id: string | null;
}

export interface GradebookTable {
  class_id: string;
  rules: unknown;
  revision: number;
  changed_by: string;
  changed_at: Date;
}

export interface GradeMarkTable {
  class_id: string;
  person_id: string;
  column_id: string;
  tenths: number;
  entered_by: string;
  entered_at: Date;
}

export interface GradeCommentTable {
  class_id: string;
  person_id: string;
  text: string;
  entered_by: string;
  entered_at: Date;
}

export interface PublishedGradeTable {
  class_id: string;
  person_id: string;
  version: number;
  grade: unknown;
  tenths: number;
  published_by: string;
  published_at: Date;
}

type ExamSections = readonly ExamSection[];
/** Instants as text: they are read back from JSON. */
type Outages = readonly { readonly from: string; readonly to: string }[];
type PaperRows = readonly PaperRow[];
/** Hundredths of points. */
type UnitPoints = readonly number[];

export interface BankTable {
  id: string;
  school_id: string;
  name: string;
  made_by: string;
  made_at: Date;
  changed_at: Date;
}

export interface BankQuestionTable {
  id: string;
  bank_id: string;
  body: Question;
  hash: string;
  topics: string[];
  made_at: Date;
}

export interface ExamTable {
  id: string;
  class_id: string;
  kind: "theory" | "practical";
  name: string;
  language: "zh" | "en";
  banks: string[];
  sections: ExamSections;
  minutes: number;
  opens_at: Date | null;
  closes_at: Date | null;
  passing: number;
  season_id: string | null;
  state: "draft" | "open" | "closed" | "published";
  key_secret: string | null;
  extra_minutes: number;
  pulse_at: Date | null;
  outages: Outages;
  made_by: string;
  made_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  published_at: Date | null;
  measurement_id: string | null;
  moment: TestMoment | null;
}

export interface MeasurementTable {
  id: string;
  school_id: string;
  class_id: string;
  course: string;
  made_by: string;
  made_at: Date;
}

export interface ExamQuestionTable {
  exam_id: string;
  question: string;
  type: string;
  topics: string[];
  options: number;
  body: Question;
}

export interface ExamExtraTable {
  exam_id: string;
  person_id: string;
  minutes: number;
  given_by: string;
}

/** A question's place on a paper, as it was drawn. */
export interface PaperRow {
  readonly id: string;
  readonly section: number;
  readonly pointsMicro: number;
  readonly options: readonly number[];
}

export interface SittingTable {
  id: string;
  exam_id: string;
  person_id: string;
  seat: number;
  paper: PaperRows;
  started_at: Date;
  machine: string;
  machines: number;
  ended_at: Date | null;
  ended_how: "handed-in" | "time" | "closed" | null;
}

export interface SittingAnswerTable {
  sitting_id: string;
  place: number;
  answer: QuestionAnswer | null;
  is_for_later: boolean;
  revision: number;
  saved_at: Date;
  share_micro: number | null;
  marked_by: string | null;
  note: string;
}

export interface ExamSignatureTable {
  exam_id: string;
  side: "teacher" | "mentor";
  person_id: string;
  at: Date;
}

export interface ExamResultTable {
  exam_id: string;
  person_id: string;
  reached_bp: number;
  units: UnitPoints;
}

type SeasonSegments = readonly SeasonSegment[];

export interface GroundsTable {
  decision_id: string;
  competencies: string[];
  pieces: number;
  seasons: SeasonSegments;
}

export interface SignatureTable {
  decision_id: string;
  side: SigningSide;
  organisation_id: string;
  signer_id: string;
  at: Date;
}

export interface IssuingTable {
  id: string;
  class_id: string;
  asked_by: string;
  decisions: string[];
  done: number;
  started_at: Date;
  ended_at: Date | null;
}

export interface CheckAnswerTable {
  person_id: string;
  course: string;
  question: string;
  number: number;
  lesson: string;
  course_version: string;
  language: "zh" | "en";
  answer: unknown;
  share_micro: number;
  answered_at: Date;
}

export interface AssessmentTables extends FrameworkTables, AppealTables {
  "assessment.check_answer": CheckAnswerTable;
  "assessment.gradebook": GradebookTable;
  "assessment.grade_mark": GradeMarkTable;
  "assessment.grade_comment": GradeCommentTable;
  "assessment.published_grade": PublishedGradeTable;
  "assessment.piece": PieceTable;
  "assessment.difficulty_version": DifficultyVersionTable;
  "assessment.difficulty_use": DifficultyUseTable;
  "assessment.voiding": VoidingTable;
  "assessment.mastery": MasteryTable;
  "assessment.gathered": GatheredTable;
  "assessment.contest": ContestTable;
  "assessment.assignment": AssignmentTable;
  "assessment.work": WorkTable;
  "assessment.allocation": AllocationTable;
  "assessment.mark": MarkTable;
  "assessment.conflict": ConflictTable;
  "assessment.decision": DecisionTable;
  "assessment.bank": BankTable;
  "assessment.bank_question": BankQuestionTable;
  "assessment.exam": ExamTable;
  "assessment.measurement": MeasurementTable;
  "assessment.exam_question": ExamQuestionTable;
  "assessment.exam_extra": ExamExtraTable;
  "assessment.sitting": SittingTable;
  "assessment.sitting_answer": SittingAnswerTable;
  "assessment.exam_signature": ExamSignatureTable;
  "assessment.exam_result": ExamResultTable;
  "assessment.decision_grounds": GroundsTable;
  "assessment.signature": SignatureTable;
  "assessment.issuing": IssuingTable;
}
