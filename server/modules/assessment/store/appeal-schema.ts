import type { AppealGround } from "@echelon/contract/assessment/appeals.ts";
import type { SigningSide } from "@echelon/contract/assessment/signatures.ts";

export interface AppealTable {
  id: string;
  decision_id: string;
  person_id: string;
  class_id: string;
  school_id: string;
  step: number;
  first_id: string | null;
  ground: AppealGround;
  text: string;
  made_at: Date;
  due_on: number;
  state: "open" | "upheld" | "dismissed" | "withdrawn";
  ended_at: Date | null;
  revised_id: string | null;
}

export interface AppealFindingTable {
  appeal_id: string;
  person_id: string;
  side: SigningSide | null;
  outcome: "upheld" | "dismissed";
  text: string;
  voids: string[];
  barred: string[];
  is_read_again: boolean;
  at: Date;
}

export interface PanelSeatTable {
  panel_id: string;
  person_id: string;
  side: SigningSide;
  organisation_id: string;
  seated_at: Date;
  left_at: Date | null;
  left_text: string;
}

export interface AppealTables {
  "assessment.appeal": AppealTable;
  "assessment.appeal_finding": AppealFindingTable;
  "assessment.panel_seat": PanelSeatTable;
}
