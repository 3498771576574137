import { z } from "zod";
import { Id, Instant, PlainDate } from "../platform/shapes.ts";
import {
  appealsMax,
  appealTextMax,
  appealVoidsMax,
  filePiecesMax,
  fileRatersMax,
} from "./appeal-limits.ts";
import { CertificateDecision, certificateVerdicts } from "./certificates.ts";
import { pieceKinds, pieceStates } from "./evidence.ts";
import { BothLanguages } from "./framework.ts";
import { SigningSide } from "./signatures.ts";

/** For what a decision can be appealed. */
export const appealGrounds = [
  "evidence-wrong",
  "evidence-missing",
  "rater-conflict",
  "procedure",
] as const;
const AppealGround = z.enum(appealGrounds);
export type AppealGround = z.output<typeof AppealGround>;

export const appealStates = ["open", "upheld", "dismissed", "withdrawn"] as const;
const AppealText = z.string().trim().min(1).max(appealTextMax);
const Code = z.string().min(1).max(80);
const Name = z.string().max(80);

export const AppealRequest = z.strictObject({ ground: AppealGround, text: AppealText });
export const SecondStepRequest = z.strictObject({ text: AppealText });
export const RecuseRequest = z.strictObject({ text: AppealText });

/** What one person finds; members of a panel do not see each other's before all have answered. */
export const AnswerAppealRequest = z.discriminatedUnion("outcome", [
  z.strictObject({
    outcome: z.literal("upheld"),
    text: AppealText,
    /** Pieces of the file that must not count. */
    voids: z.array(Id).max(appealVoidsMax),
    /** Raters of the file, by its numbers, whose marks must not count. */
    raters: z.array(z.int().min(1).max(fileRatersMax)).max(fileRatersMax),
    /** Evidence is missing: the person's seasons are read once more before it is decided anew. */
    isReadAgain: z.boolean(),
  }),
  z.strictObject({ outcome: z.literal("dismissed"), text: AppealText }),
]);

/** A place of a panel. */
const Seat = z.strictObject({
  side: SigningSide,
  /** Null as long as nobody of that side who took no part was found. */
  name: Name.nullable(),
  hasAnswered: z.boolean(),
  isMine: z.boolean(),
});

const Answer = z.strictObject({
  name: Name,
  /** Null of the one person of the first step. */
  side: SigningSide.nullable(),
  outcome: z.enum(["upheld", "dismissed"]),
  text: AppealText,
  at: Instant,
});

/** What the caller can do about an appeal now. */
export const appealRights = ["answer", "recuse", "fill-seats", "withdraw", "go-on"] as const;

export const AppealView = z.strictObject({
  id: Id,
  decision: Id,
  person: Id,
  name: Name,
  className: Name,
  role: Code,
  echelon: Code,
  /** What was decided, and when. */
  verdict: z.enum(certificateVerdicts),
  decidedAt: Instant,
  step: z.union([z.literal(1), z.literal(2)]),
  ground: AppealGround,
  text: AppealText,
  madeAt: Instant,
  /** The last day on which it is decided in time. */
  dueOn: PlainDate,
  isOverdue: z.boolean(),
  state: z.enum(appealStates),
  endedAt: Instant.nullable(),
  seats: z.array(Seat).max(3),
  /** Told once the step has ended. */
  answers: z.array(Answer).max(3),
  /** The decision that revises the one that was appealed. */
  revised: z.strictObject({ id: Id, verdict: z.enum(certificateVerdicts) }).nullable(),
  /** Until when it may be taken to a panel; null where it may not. */
  goesOnUntil: PlainDate.nullable(),
  may: z.array(z.enum(appealRights)).max(appealRights.length),
});
export type AppealView = z.output<typeof AppealView>;

/** A decision about the caller, and until when it can be appealed. */
export const AppealableView = z.strictObject({
  decision: Id,
  role: Code,
  echelon: Code,
  verdict: z.enum(certificateVerdicts),
  decidedAt: Instant,
  until: PlainDate,
});

export const OwnAppeals = z.strictObject({
  appeals: z.array(AppealView).max(appealsMax),
  decisions: z.array(AppealableView).max(50),
});

/** A piece of evidence that counted when it was decided. */
const FilePiece = z.strictObject({
  id: Id,
  competency: Code,
  competencyName: BothLanguages,
  kind: z.enum(pieceKinds),
  day: PlainDate,
  context: Name,
  events: z.int().min(1),
  /** What was reached, 0 to 1. */
  outcome: z.number().min(0).max(1),
  /** The rater's number in this file. */
  rater: z.int().min(1).max(fileRatersMax).nullable(),
  state: z.enum(pieceStates),
});

/** All that a decision rested on. Raters have numbers; their names are the panel's to know. */
export const AppealFile = z.strictObject({
  appeal: AppealView,
  decision: CertificateDecision,
  frameworkVersion: Name,
  evidenceHash: z.string().length(64),
  /** Whether the pieces below are, by their hash, exactly those on which it was decided. */
  isWhole: z.boolean(),
  pieces: z.array(FilePiece).max(filePiecesMax),
  /** How many there are where not all of them are listed. */
  piecesAll: z.int().min(0),
  raters: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(fileRatersMax),
        /** For a panel only. */
        name: Name.nullable(),
        pieces: z.int().min(0),
      }),
    )
    .max(fileRatersMax),
});
export type AppealFile = z.output<typeof AppealFile>;
