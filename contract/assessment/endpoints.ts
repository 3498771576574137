import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import { bankEndpoints } from "./bank-endpoints.ts";
import { checkEndpoints } from "./checks.ts";
import { CertificateView, DecisionView, ofProfile } from "./certificates.ts";
import {
  ClassStandings,
  CompetencyEvidence,
  ContestRequest,
  ContestView,
  DecideContestRequest,
  PersonStandings,
} from "./evidence.ts";
import { gradebook } from "./gradebook-endpoints.ts";
import { examEndpoints } from "./exam-endpoints.ts";
import { overlayEndpoints } from "./overlay-endpoints.ts";
import { foreignEndpoints } from "./foreign-endpoints.ts";
import { FrameworkView } from "./framework.ts";
import { measurementEndpoints } from "./measurement-endpoints.ts";
import {
  AssignmentView,
  ConflictView,
  DeclareConflictRequest,
  KeptAt,
  MakeAssignmentRequest,
  QueueItem,
  RatedWork,
  SaveMarksRequest,
  SaveWorkRequest,
} from "./ratings.ts";

const Code = z.string().min(1).max(80);
const ofPerson = z.strictObject({ person: Id });
const ofClass = z.strictObject({ class: Id });
const aboutPerson = ["assessment/no-such-person"] as const;
const ofAssignment = z.strictObject({ assignment: Id });
const ofWork = z.strictObject({ work: Id });
const aboutAssignment = ["assessment/no-such-assignment", "platform/not-allowed"] as const;
const aboutClass = ["teaching/no-such-class", "platform/not-allowed"] as const;

const ownEndpoints = endpoints({
  /**
   * The competency framework: public, so that whoever aligns to it can read it. Who is signed in
   * gets it with what their school asks beyond it.
   */
  framework: {
    does: "GET /framework",
    gives: FrameworkView,
    refuses: [],
    anonymous: true,
  },
  /** What a person has shown: for the person, and for who leads a class of theirs. */
  standings: {
    does: "GET /assessment/people/:person",
    where: ofPerson,
    gives: PersonStandings,
    refuses: aboutPerson,
  },
  /** Why one competency stands where it does: its pieces, with the change that each made. */
  evidence: {
    does: "GET /assessment/people/:person/competencies/:competency",
    where: z.strictObject({ person: Id, competency: Code }),
    gives: CompetencyEvidence,
    refuses: [...aboutPerson, "assessment/unknown-competency"],
  },
  /** Says that a piece of the own evidence is wrong; who leads the class decides. */
  contest: {
    does: "POST /assessment/pieces/:piece/contest",
    where: z.strictObject({ piece: Id }),
    takes: ContestRequest,
    gives: nothing,
    refuses: [
      "assessment/no-such-piece",
      "assessment/already-contested",
      "assessment/piece-not-counted",
    ],
  },
  /** How far a person is from a role's certificate, with everything that is missing. */
  certificate: {
    does: "GET /assessment/people/:person/certificate",
    where: ofPerson,
    asks: ofProfile,
    gives: CertificateView,
    refuses: [...aboutPerson, "assessment/unknown-profile"],
  },
  /** Decides a student's certificate, for ever: a later decision never changes this one. */
  decide: {
    does: "POST /assessment/classes/:class/decisions",
    where: ofClass,
    takes: ofProfile.extend({ person: Id }),
    gives: DecisionView,
    refuses: [
      ...aboutClass,
      ...aboutPerson,
      "assessment/unknown-profile",
      "assessment/appeal-open",
    ],
  },
  classStandings: {
    does: "GET /assessment/classes/:class",
    where: ofClass,
    asks: z.strictObject({ role: Code, echelon: Code }),
    gives: ClassStandings,
    refuses: [...aboutClass, "assessment/unknown-profile"],
  },
  contests: {
    does: "GET /assessment/classes/:class/contests",
    where: ofClass,
    gives: z.array(ContestView).max(500),
    refuses: aboutClass,
  },
  decideContest: {
    does: "POST /assessment/contests/:contest/decision",
    where: z.strictObject({ contest: Id }),
    takes: DecideContestRequest,
    gives: nothing,
    refuses: [
      "assessment/no-such-contest",
      "assessment/contest-decided",
      "assessment/piece-not-counted",
    ],
  },
  /** Work that is asked of a class, and marked by two raters who do not see each other. */
  assignments: {
    does: "GET /assessment/classes/:class/assignments",
    where: ofClass,
    gives: z.array(AssignmentView).max(100),
    refuses: ["teaching/no-such-class"],
  },
  makeAssignment: {
    does: "POST /assessment/classes/:class/assignments",
    where: ofClass,
    takes: MakeAssignmentRequest,
    gives: z.strictObject({ id: Id }),
    refuses: [...aboutClass, "assessment/no-anchors"],
  },
  saveWork: {
    does: "PUT /assessment/assignments/:assignment/work",
    where: ofAssignment,
    takes: SaveWorkRequest,
    gives: KeptAt,
    refuses: [...aboutAssignment, "assessment/assignment-closed"],
  },
  /** Freezes the work and deals it out to raters. */
  closeAssignment: {
    does: "POST /assessment/assignments/:assignment/close",
    where: ofAssignment,
    gives: nothing,
    refuses: [...aboutAssignment, "assessment/assignment-closed", "assessment/no-works"],
  },
  /** Makes the marks known, and evidence. */
  publishAssignment: {
    does: "POST /assessment/assignments/:assignment/publish",
    where: ofAssignment,
    gives: nothing,
    refuses: [...aboutAssignment, "assessment/not-marking", "assessment/marks-missing"],
  },
  /** What the caller has to mark. */
  queue: {
    does: "GET /assessment/queue",
    gives: z.array(QueueItem).max(200),
    refuses: [],
  },
  ratedWork: {
    does: "GET /assessment/works/:work",
    where: ofWork,
    gives: RatedWork,
    refuses: ["assessment/no-such-work"],
  },
  saveMarks: {
    does: "PUT /assessment/works/:work/marks",
    where: ofWork,
    takes: SaveMarksRequest,
    gives: KeptAt,
    refuses: [
      "assessment/no-such-work",
      "assessment/not-marking",
      "assessment/already-marked",
      "assessment/unknown-criterion",
      "assessment/criteria-unmarked",
    ],
  },
  conflicts: {
    does: "GET /assessment/classes/:class/conflicts",
    where: ofClass,
    gives: z.array(ConflictView).max(2_000),
    refuses: aboutClass,
  },
  /** Says that somebody must not mark the work of another. */
  declareConflict: {
    does: "POST /assessment/classes/:class/conflicts",
    where: ofClass,
    takes: DeclareConflictRequest,
    gives: nothing,
    refuses: [...aboutClass, "assessment/no-such-rater", "assessment/already-marked"],
  },
});

export const assessment = {
  ...checkEndpoints,
  ...gradebook,
  ...ownEndpoints,
  ...bankEndpoints,
  ...examEndpoints,
  ...measurementEndpoints,
  ...overlayEndpoints,
  ...foreignEndpoints,
} as const;
