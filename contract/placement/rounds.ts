import { z } from "zod";
import { BothNames } from "../identity/shapes.ts";
import { Id, Instant, nameOf } from "../platform/shapes.ts";
import { choicesMax, placementLimits } from "./limits.ts";

const { nameMax, textMax } = placementLimits;
const Permille = z.int().min(0).max(1_000);
const Revision = z.int().min(0);
const Hash = z.string().length(64);

/** What a round gives, one kind each. Teachers' practice is for teachers, the rest for students. */
export const PlaceKind = z.enum(["internship", "job", "teacher-practice", "base-seat"]);
export type PlaceKind = z.output<typeof PlaceKind>;

/** The states of a round in their order; `cancelled` may follow any before `published`. */
export const roundStates = [
  "draft",
  "posts-open",
  "choices-open",
  "frozen",
  "matched",
  "verified",
  "published",
  "appeals",
  "final",
  "cancelled",
] as const;
export const RoundState = z.enum(roundStates);
export type RoundState = z.output<typeof RoundState>;

/** What people do; `matched` and `verified` are what the matching itself comes to. */
export const RoundStep = RoundState.exclude(["draft", "matched", "verified"]);
export type RoundStep = z.output<typeof RoundStep>;

export const LowerMode = z.enum(["report", "close", "reserve"]);
export const CapRule = z.enum(["round-robin", "by-priority"]);

export const RoundHead = z.strictObject({
  id: Id,
  name: z.string(),
  kind: PlaceKind,
  state: RoundState,
  /** Who runs it. */
  owner: Id,
  ownerName: BothNames,
  mayRun: z.boolean(),
  /** The caller may rank its places. */
  isApplicant: z.boolean(),
  /** The round whose seats left it gives. */
  after: Id.nullable(),
  /** SHA-256 of the lottery's seed, promised from the first day. */
  lotteryHash: Hash,
  /** The seed itself, from freezing on. */
  lotterySeed: z.string().nullable(),
  instanceHash: Hash.nullable(),
  madeAt: Instant,
});
export type RoundHead = z.output<typeof RoundHead>;

const Asked = z.strictObject({
  competency: z.string().min(1).max(60),
  weight: z.int().min(1).max(10),
});
const AskedNamed = Asked.extend({ name: BothNames });

export const PlaceDraft = z.strictObject({
  title: nameOf(nameMax),
  city: nameOf(nameMax),
  about: z.string().trim().max(textMax),
  capacity: z.int().min(1).max(placementLimits.seatsMax),
  /** Least number with which it opens; 0 for any. */
  least: z.int().min(0).max(placementLimits.seatsMax),
  /** Least fit, thousandths. */
  floorPermille: Permille,
  asked: z.array(Asked).max(placementLimits.askedMax),
});
export type PlaceDraft = z.output<typeof PlaceDraft>;

export const PlaceView = PlaceDraft.extend({
  id: Id,
  round: Id,
  organisation: Id,
  organisationName: BothNames,
  asked: z.array(AskedNamed),
  /** The organization has agreed to take whom the round gives it. */
  isAgreed: z.boolean(),
});
export type PlaceView = z.output<typeof PlaceView>;

const Cutoff = z.strictObject({ score: z.int(), lottery: z.int() });

/** Why one choice ended as it did. */
export const ChoiceReason = z.strictObject({
  place: Id,
  end: z.enum(["placed", "not-reached", "not-acceptable", "closed", "no-seats", "full", "stopped"]),
  score: z.int(),
  rank: z.int(),
  cutoff: Cutoff.nullable(),
  region: z.string().nullable(),
});
export type ChoiceReason = z.output<typeof ChoiceReason>;

export const PlaceReason = z.strictObject({
  seats: z.int(),
  held: z.int(),
  listed: z.int(),
  acceptable: z.int(),
  isClosed: z.boolean(),
  cutoff: Cutoff.nullable(),
  region: z.string().nullable(),
});
export type PlaceReason = z.output<typeof PlaceReason>;

export const RegionDraft = z.strictObject({
  name: nameOf(nameMax),
  cap: z.int().min(0).max(1_000_000),
  places: z.array(Id).min(1).max(placementLimits.placesOfRoundMax),
});
export type RegionDraft = z.output<typeof RegionDraft>;

export const MakeRoundRequest = z.strictObject({
  owner: Id,
  name: nameOf(nameMax),
  kind: PlaceKind,
  /** Whose people may rank: none for all schools'. A school's round is for its own. */
  schools: z.array(Id).max(placementLimits.schoolsMax),
  /** A round that is over, whose seats left and people without a place this one takes. */
  after: Id.nullable(),
});
export type MakeRoundRequest = z.output<typeof MakeRoundRequest>;

export const RoundRules = z.strictObject({
  revision: Revision,
  lowerMode: LowerMode,
  capRule: CapRule,
  regions: z.array(RegionDraft).max(placementLimits.regionsMax),
});
export type RoundRules = z.output<typeof RoundRules>;

export const AppealView = z.strictObject({
  id: Id,
  person: Id,
  name: z.string(),
  text: z.string(),
  madeAt: Instant,
  isUpheld: z.boolean().nullable(),
  answer: z.string().nullable(),
});
export type AppealView = z.output<typeof AppealView>;

/** The immutable row of one matching. */
export const RunView = z.strictObject({
  id: Id,
  status: z.enum(["verified", "not-stable", "instance-changed"]),
  codeVersion: z.string(),
  inputsHash: Hash,
  resultHash: Hash.nullable(),
  millis: z.int(),
  startedAt: Instant,
});

export const RoundView = RoundHead.extend({
  revision: Revision,
  schools: z.array(z.strictObject({ id: Id, name: BothNames })),
  lowerMode: LowerMode,
  capRule: CapRule,
  regions: z.array(RegionDraft),
  places: z.array(PlaceView.extend({ listed: z.int(), reason: PlaceReason.nullable() })),
  applicants: z.array(
    z.strictObject({
      person: Id,
      name: z.string(),
      choices: z.int(),
      policyPermille: Permille,
      policyReason: z.string(),
      place: Id.nullable(),
      /** Which choice it was, from 1; null for none. */
      choice: z.int().nullable(),
    }),
  ),
  applicantCount: z.int(),
  run: RunView.nullable(),
  appeals: z.array(AppealView),
});
export type RoundView = z.output<typeof RoundView>;

export const PolicyMark = z.strictObject({
  permille: Permille,
  reason: z.string().trim().max(textMax),
});

/** A round as somebody who ranks its places sees it. */
export const OwnRound = RoundHead.extend({
  revision: Revision,
  places: z.array(
    PlaceView.extend({
      fitPermille: Permille,
      isUnderFloor: z.boolean(),
      /** What would help most: asked and not yet filled, the heaviest first. */
      missing: z.array(AskedNamed),
    }),
  ),
  choices: z.array(Id).max(choicesMax),
  /** Own line in the published instance. */
  pseudonym: z.string(),
  outcome: z
    .strictObject({
      place: Id.nullable(),
      lottery: z.int(),
      reasons: z.array(ChoiceReason),
    })
    .nullable(),
  appeal: AppealView.nullable(),
});
export type OwnRound = z.output<typeof OwnRound>;

export const ChoicesRequest = z.strictObject({
  revision: Revision,
  /** Best first. The bound and repetition are refused with their own codes. */
  places: z.array(Id).max(placementLimits.placesOfRoundMax),
});

/** A place as its organization sees it. */
export const PlaceDesk = PlaceView.extend({
  state: RoundState,
  roundName: z.string(),
  applicants: z.array(
    z.strictObject({
      person: Id,
      name: z.string(),
      fitPermille: Permille,
      /** The organization's own mark; null where it gave none. */
      markPermille: Permille.nullable(),
      isRefused: z.boolean(),
      /** Priority and rank, from publication on. */
      score: z.int().nullable(),
      rank: z.int().nullable(),
      isHere: z.boolean(),
    }),
  ),
  reason: PlaceReason.nullable(),
});
export type PlaceDesk = z.output<typeof PlaceDesk>;

export const MarkRequest = z.strictObject({
  permille: Permille.nullable(),
  isRefused: z.boolean(),
});
export const AppealRequest = z.strictObject({ text: z.string().trim().min(1).max(textMax) });
export const AppealDecision = z.strictObject({
  isUpheld: z.boolean(),
  answer: z.string().trim().min(1).max(textMax),
});
