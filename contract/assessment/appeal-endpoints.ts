import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import { appealsMax } from "./appeal-limits.ts";
import {
  AnswerAppealRequest,
  AppealFile,
  AppealRequest,
  AppealView,
  OwnAppeals,
  RecuseRequest,
  SecondStepRequest,
} from "./appeals.ts";

const ofAppeal = z.strictObject({ appeal: Id });
const aboutAppeal = ["assessment/no-such-appeal", "assessment/appeal-ended"] as const;

export const appeals = endpoints({
  /** The caller's appeals, and the decisions against which there is still time for one. */
  mine: {
    does: "GET /me/appeals",
    gives: OwnAppeals,
    refuses: [],
  },
  /** Appeals against a decision about oneself, within fifteen days. */
  make: {
    does: "POST /assessment/decisions/:decision/appeal",
    where: z.strictObject({ decision: Id }),
    takes: AppealRequest,
    gives: AppealView,
    refuses: [
      "assessment/no-such-decision",
      "assessment/decision-superseded",
      "assessment/appeal-made",
      "assessment/appeal-too-late",
    ],
  },
  /** Takes an answer that one does not accept to a panel, within fifteen days. */
  goOn: {
    does: "POST /assessment/appeals/:appeal/second-step",
    where: ofAppeal,
    takes: SecondStepRequest,
    gives: AppealView,
    refuses: [
      "assessment/no-such-appeal",
      "assessment/appeal-open",
      "assessment/appeal-made",
      "assessment/appeal-final",
      "assessment/appeal-too-late",
      "assessment/decision-superseded",
    ],
  },
  withdraw: {
    does: "POST /assessment/appeals/:appeal/withdraw",
    where: ofAppeal,
    gives: nothing,
    refuses: aboutAppeal,
  },
  /** What waits for the caller, what is late first, and what they have answered. */
  list: {
    does: "GET /assessment/appeals",
    gives: z.array(AppealView).max(appealsMax),
    refuses: [],
  },
  /** The file: for who appeals, and for who decides. */
  file: {
    does: "GET /assessment/appeals/:appeal",
    where: ofAppeal,
    gives: AppealFile,
    refuses: ["assessment/no-such-appeal"],
  },
  /**
   * Says what one has found. The first step is decided by it; a panel's when all three have
   * answered. Where it is upheld, the kernel decides anew on what is left, and the old decision
   * stays.
   */
  answer: {
    does: "POST /assessment/appeals/:appeal/answer",
    where: ofAppeal,
    takes: AnswerAppealRequest,
    gives: AppealView,
    refuses: [
      ...aboutAppeal,
      "assessment/took-part",
      "assessment/appeal-answered",
      "assessment/not-in-file",
    ],
  },
  /** A member of a panel says that they must not decide this; another one is drawn. */
  recuse: {
    does: "POST /assessment/appeals/:appeal/recusal",
    where: ofAppeal,
    takes: RecuseRequest,
    gives: nothing,
    refuses: [...aboutAppeal, "assessment/appeal-answered"],
  },
  /** Draws members for places of a panel that are empty, or whose member lets it grow late. */
  fillSeats: {
    does: "POST /assessment/appeals/:appeal/seats",
    where: ofAppeal,
    gives: AppealView,
    refuses: [...aboutAppeal, "assessment/nobody-for-seat"],
  },
});
