import { permission } from "../../platform/http/caller.ts";
import { holds } from "../identity/index.ts";

/** Rights by role alone; whose evidence it is, the use case asks. */
export const may = {
  /** Looks at own evidence, or at that of who one teaches. */
  see: permission("see-evidence", (caller) => holds(caller, "student", "teacher", "assistant")),
  /** Says that own evidence is wrong. */
  contest: permission("contest-evidence", (caller) => holds(caller, "student")),
  /** Looks at a class over a role's core. */
  lead: permission("lead-evidence", (caller) => holds(caller, "teacher", "assistant")),
  /** Sees how far a class has come: who leads it, and who mentors it. */
  follow: permission("follow-checks", (caller) => holds(caller, "teacher", "assistant", "mentor")),
  /** Asks a class for work and publishes its marks. */
  assign: permission("assign-work", (caller) => holds(caller, "teacher")),
  /** Looks at what a class was asked for. */
  attend: permission("attend-work", (caller) =>
    holds(caller, "student", "teacher", "assistant", "mentor"),
  ),
  /** Looks into an exam of a class, its plan and its results. */
  lookInto: permission("look-into-exam", (caller) =>
    holds(caller, "teacher", "assistant", "mentor"),
  ),
  /** Sees what a class has learned in a course. */
  seeLearning: permission("see-learning", (caller) =>
    holds(caller, "teacher", "assistant", "head"),
  ),
  /** Sees the classes of a school side by side. */
  compareClasses: permission("compare-classes", (caller) => holds(caller, "head")),
  /** Answers questions inside lessons. */
  learn: permission("answer-checks", (caller) =>
    holds(caller, "student", "teacher", "assistant", "mentor", "head"),
  ),
  /** Hands work in. */
  submit: permission("submit-work", (caller) => holds(caller, "student")),
  /** Marks work that was dealt out to the caller. */
  rate: permission("rate-work", (caller) => holds(caller, "teacher", "mentor")),
  /** Says by which rules a class is graded, enters marks and makes grades known. */
  grade: permission("grade-class", (caller) => holds(caller, "teacher")),
  /** Decides appeals; which, the use case asks: who took part in a decision does not. */
  hearAppeals: permission("hear-appeals", (caller) =>
    holds(caller, "teacher", "head", "mentor", "officer", "planner"),
  ),
  /** Has places of a panel drawn anew. */
  seatPanels: permission("seat-panels", (caller) => holds(caller, "head")),
  /** Decides what students say against their evidence. */
  decide: permission("decide-evidence", (caller) => holds(caller, "teacher")),
  /** Sees what regions and schools ask beyond the core. */
  seeOverlays: permission("see-overlays", (caller) =>
    holds(caller, "operator", "head", "officer", "teacher", "assistant"),
  ),
  /** Says what a school or a region asks beyond the core; of which, the use case asks. */
  askBeyond: permission("ask-beyond", (caller) => holds(caller, "operator", "head", "officer")),
  /** Sees certificates of a class and signs them; for which side, the use case asks. */
  sign: permission("sign-certificates", (caller) =>
    holds(caller, "teacher", "assistant", "mentor", "head", "officer", "planner"),
  ),
} as const;
