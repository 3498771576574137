import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import {
  ClassStandings,
  CompetencyEvidence,
  ContestRequest,
  ContestView,
  DecideContestRequest,
  PersonStandings,
} from "./evidence.ts";
import { FrameworkView } from "./framework.ts";

const Code = z.string().min(1).max(80);
const ofPerson = z.strictObject({ person: Id });
const ofClass = z.strictObject({ class: Id });
const aboutPerson = ["assessment/no-such-person"] as const;
const aboutClass = ["teaching/no-such-class", "platform/not-allowed"] as const;

export const assessment = endpoints({
  /** The competency framework: public, so that whoever aligns to it can read it. */
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
});
