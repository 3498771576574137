import type { Instance } from "@echelon/kernel/matching/instance.ts";
import type { CapRule } from "@echelon/kernel/matching/market.ts";
import type { LowerMode } from "@echelon/kernel/matching/lower-quotas.ts";
import type {
  ChoiceReason,
  PlaceDraft,
  PlaceKind,
  PlaceReason,
  RegionDraft,
  RoundState,
} from "@echelon/contract/placement/rounds.ts";

type Regions = readonly RegionDraft[];
type Reasons = readonly ChoiceReason[];

export interface RoundTable {
  id: string;
  organisation_id: string;
  schools: string[];
  name: string;
  kind: PlaceKind;
  state: RoundState;
  after_id: string | null;
  revision: number;
  lower_mode: LowerMode;
  cap_rule: CapRule;
  regions: Regions;
  lottery_seed: string;
  lottery_hash: string;
  instance: Instance | null;
  instance_hash: string | null;
  made_at: Date;
  frozen_at: Date | null;
  published_at: Date | null;
}

export interface PlaceTable {
  id: string;
  round_id: string;
  organisation_id: string;
  draft: PlaceDraft;
  agreed_by: string | null;
  agreed_at: Date | null;
  reason: PlaceReason | null;
  made_at: Date;
}

export interface ChoiceListTable {
  round_id: string;
  person_id: string;
  places: string[];
  revision: number;
  changed_at: Date;
}

export interface PolicyMarkTable {
  round_id: string;
  person_id: string;
  permille: number;
  reason: string;
  by_id: string;
  at: Date;
}

export interface PlaceMarkTable {
  place_id: string;
  person_id: string;
  permille: number | null;
  is_refused: boolean;
  by_id: string;
  at: Date;
}

export interface RunTable {
  id: string;
  round_id: string;
  code_version: string;
  inputs_hash: string;
  seed: string;
  started_at: Date;
  millis: number;
  status: "verified" | "not-stable" | "instance-changed";
  result_hash: string | null;
}

export interface PlacingTable {
  round_id: string;
  person_id: string;
  pseudonym: string;
  place_id: string | null;
  lottery: number;
  reasons: Reasons;
}

export interface AppealTable {
  id: string;
  round_id: string;
  person_id: string;
  text: string;
  made_at: Date;
  is_upheld: boolean | null;
  answer: string | null;
  decided_by: string | null;
  decided_at: Date | null;
}

export interface PlacementTables {
  "placement.round": RoundTable;
  "placement.place": PlaceTable;
  "placement.choice_list": ChoiceListTable;
  "placement.policy_mark": PolicyMarkTable;
  "placement.place_mark": PlaceMarkTable;
  "placement.run": RunTable;
  "placement.placing": PlacingTable;
  "placement.appeal": AppealTable;
}
