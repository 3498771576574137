/** Tables of what lies upon the framework and beside it. */
import type { Overlay } from "@echelon/courses/competency-framework.ts";
import type { ForeignHead } from "../foreign-head.ts";

export interface OverlayTable {
  name: string;
  layer: Overlay["layer"];
  school_id: string | null;
  schools: string[] | null;
  version: string;
  ended_at: Date | null;
}

export interface OverlayVersionTable {
  name: string;
  version: string;
  body: Overlay;
  made_by: string;
  made_at: Date;
}

export interface ForeignFrameworkTable {
  id: string;
  organisation_id: string;
  hash: string;
  about: ForeignHead;
  content: Buffer;
  taken_by: string;
  taken_at: Date;
}

export interface ForeignMappingTable {
  framework_id: string;
  item: string;
  competency: string;
  relation: "exact" | "broad" | "narrow";
  note: string;
  made_by: string;
  made_at: Date;
}

export interface FrameworkTables {
  "assessment.foreign_framework": ForeignFrameworkTable;
  "assessment.foreign_mapping": ForeignMappingTable;
  "assessment.overlay": OverlayTable;
  "assessment.overlay_version": OverlayVersionTable;
}
