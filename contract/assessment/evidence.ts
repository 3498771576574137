import { z } from "zod";
import { Id, PlainDate } from "../platform/shapes.ts";
import { contestTextMax } from "./contest-limits.ts";
import { BothLanguages } from "./framework.ts";
import { masteryBands } from "./mastery-bands.ts";

/** So many pieces of one competency are listed, the newest of them. */
export const piecesShownMax = 200;

const Code = z.string().max(80);
const Count = z.int().min(0);
const ContestText = z.string().trim().min(1).max(contestTextMax);

/** What is known of one person in one competency. */
export const CompetencyStanding = z.strictObject({
  competency: Code,
  band: z.enum(masteryBands),
  /** Whole pieces of evidence, and the pieces without which nothing is said. */
  pieces: Count,
  piecesMin: Count,
  contexts: Count,
  /** The last day that brought evidence. */
  lastDay: PlainDate,
});
export type CompetencyStanding = z.output<typeof CompetencyStanding>;

/** What a person has shown; competencies without evidence are not listed. */
export const PersonStandings = z.strictObject({
  person: Id,
  name: z.string().max(80),
  day: PlainDate,
  standings: z.array(CompetencyStanding).max(2_000),
});
export type PersonStandings = z.output<typeof PersonStandings>;

export const contestStates = ["open", "kept", "voided"] as const;
export const pieceStates = ["counted", "withdrawn", "replaced", "contested"] as const;
export const pieceKinds = ["auto", "rubric", "exam", "quiz", "peer"] as const;

/** One event of a piece, with the season day and the decisions that lead to its rows. */
export const ShownEvent = z.strictObject({
  day: z.int().min(0),
  value: z.number(),
  count: z.int().min(1),
  decisions: z.array(Count).max(200),
  sku: z.string().max(80).nullable(),
});
export type ShownEvent = z.output<typeof ShownEvent>;

/** A piece of evidence with all that it opens to, and what it changed. */
export const PieceView = z.strictObject({
  id: Id,
  kind: z.enum(pieceKinds),
  day: PlainDate,
  /** The season, exam or course, with its name where the caller may know it. */
  context: z.strictObject({
    kind: z.string().max(20),
    id: Id,
    name: z.string().max(80),
    /** The course's name in addresses; null of everything else. */
    course: z.string().max(40).nullable(),
  }),
  markets: z.array(z.string().max(20)).max(60),
  store: z.int().nullable(),
  events: z.int().min(1),
  isWhole: z.boolean(),
  /** In single events of equal strength. */
  weight: z.number(),
  /** What was reached, 0 to 1; 0.75 just reaches the rule. */
  outcome: z.number().min(0).max(1),
  /** Mean of the measure, in its unit, and the person's part of it where a team reached it. */
  mean: z.number(),
  share: z.number().min(0).max(1),
  shown: z.array(ShownEvent).max(100),
  /** The chance that the person reaches the rule, before this piece and after it, whole percent. */
  before: z.int().min(0).max(100).nullable(),
  after: z.int().min(0).max(100).nullable(),
  state: z.enum(pieceStates),
  note: z.string().max(contestTextMax),
  contest: z
    .strictObject({
      id: Id,
      state: z.enum(contestStates),
      text: ContestText,
      answer: z.string().max(contestTextMax),
    })
    .nullable(),
});
export type PieceView = z.output<typeof PieceView>;

/** Why a competency stands where it does. */
export const CompetencyEvidence = z.strictObject({
  person: Id,
  name: z.string().max(80),
  competency: Code,
  /** Null where nothing counts. */
  standing: CompetencyStanding.nullable(),
  /** Of the caller's own evidence, each piece may be contested. */
  mayContest: z.boolean(),
  pieces: z.array(PieceView).max(piecesShownMax),
});
export type CompetencyEvidence = z.output<typeof CompetencyEvidence>;

export const ContestRequest = z.strictObject({ text: ContestText });
export const DecideContestRequest = z.strictObject({
  verdict: z.enum(["keep", "void"]),
  answer: ContestText,
});

/** What somebody says against a piece, for who decides it. */
export const ContestView = z.strictObject({
  id: Id,
  person: Id,
  name: z.string().max(80),
  piece: Id,
  competency: Code,
  competencyName: BothLanguages,
  text: ContestText,
  madeAt: PlainDate,
  state: z.enum(contestStates),
  answer: z.string().max(contestTextMax),
});
export type ContestView = z.output<typeof ContestView>;

/** A class over the core of a role: who stands where. */
export const ClassStandings = z.strictObject({
  day: PlainDate,
  role: Code,
  echelon: Code,
  core: z.array(Code).max(200),
  students: z
    .array(
      z.strictObject({
        person: Id,
        name: z.string().max(80),
        number: z.string().max(40).nullable(),
        /** In the order of the core; null where nothing was seen. */
        bands: z.array(z.enum(masteryBands).nullable()).max(200),
      }),
    )
    .max(2_000),
});
export type ClassStandings = z.output<typeof ClassStandings>;
