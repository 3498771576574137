import { z } from "zod";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { Id, Locale } from "../platform/shapes.ts";
import {
  EssayView,
  ExamHead,
  ExamPlan,
  ExamView,
  ExtraMinutesRequest,
  MarkEssayRequest,
  ResultsView,
  RoomView,
} from "./exams.ts";
import {
  MachineRequest,
  OwnExam,
  OwnResult,
  SaveAnswersRequest,
  SavedAnswers,
  SittingPulse,
  SittingView,
} from "./sittings.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ofClass = z.strictObject({ class: Id });
const ofExam = z.strictObject({ exam: Id });
const aboutClass = ["teaching/no-such-class", "platform/not-allowed"] as const;
const aboutExam = ["assessment/no-such-exam", "platform/not-allowed"] as const;
const planned = ["assessment/no-such-bank", "assessment/season-not-for-exam"] as const;
const seated = [...aboutExam, "assessment/not-begun"] as const;
const writing = [...seated, "assessment/sitting-elsewhere", "assessment/sitting-over"] as const;

export const examEndpoints = endpoints({
  exams: {
    does: "GET /assessment/classes/:class/exams",
    where: ofClass,
    gives: z.array(ExamHead).max(200),
    refuses: aboutClass,
  },
  makeExam: {
    does: "POST /assessment/classes/:class/exams",
    where: ofClass,
    takes: ExamPlan,
    gives: z.strictObject({ id: Id }),
    refuses: [...aboutClass, ...planned, "assessment/too-many-exams"],
  },
  exam: {
    does: "GET /assessment/exams/:exam",
    where: ofExam,
    gives: ExamView,
    refuses: aboutExam,
  },
  planExam: {
    does: "PUT /assessment/exams/:exam",
    where: ofExam,
    takes: ExamPlan,
    gives: nothing,
    refuses: [...aboutExam, ...planned, "assessment/exam-opened"],
  },
  dropExam: {
    does: "DELETE /assessment/exams/:exam",
    where: ofExam,
    gives: nothing,
    refuses: [...aboutExam, "assessment/exam-opened"],
  },
  /** Freezes the questions and the key by which papers are drawn; people may begin. */
  openExam: {
    does: "POST /assessment/exams/:exam/open",
    where: ofExam,
    gives: nothing,
    refuses: [...aboutExam, "assessment/exam-opened", "assessment/blueprint-short"],
  },
  /** Ends it for everybody who still writes; what is saved counts. */
  closeExam: {
    does: "POST /assessment/exams/:exam/close",
    where: ofExam,
    gives: nothing,
    refuses: [...aboutExam, "assessment/exam-not-open", "assessment/season-not-finished"],
  },
  /** Says that the results of a practical exam are right: a teacher and a mentor each. */
  signExam: {
    does: "POST /assessment/exams/:exam/signatures",
    where: ofExam,
    gives: nothing,
    refuses: [...aboutExam, "assessment/exam-not-closed"],
  },
  /** Makes results known, and evidence. */
  publishExam: {
    does: "POST /assessment/exams/:exam/publish",
    where: ofExam,
    gives: nothing,
    refuses: [
      ...aboutExam,
      "assessment/exam-not-closed",
      "assessment/exam-measures",
      "assessment/essays-unmarked",
      "assessment/signatures-missing",
    ],
  },
  room: {
    does: "GET /assessment/exams/:exam/room",
    where: ofExam,
    gives: RoomView,
    refuses: aboutExam,
  },
  extraMinutes: {
    does: "PUT /assessment/exams/:exam/extra-minutes",
    where: ofExam,
    takes: ExtraMinutesRequest,
    gives: nothing,
    refuses: [...aboutExam, "assessment/exam-not-open", "assessment/no-such-person"],
  },
  essays: {
    does: "GET /assessment/exams/:exam/essays",
    where: ofExam,
    gives: z.array(EssayView).max(10_000),
    refuses: [...aboutExam, "assessment/exam-not-closed"],
  },
  markEssay: {
    does: "PUT /assessment/exams/:exam/essays",
    where: ofExam,
    takes: MarkEssayRequest,
    gives: nothing,
    refuses: [...aboutExam, "assessment/exam-not-closed", "assessment/no-such-essay"],
  },
  results: {
    does: "GET /assessment/exams/:exam/results",
    where: ofExam,
    gives: ResultsView,
    refuses: [...aboutExam, "assessment/exam-not-closed"],
  },
  resultsFile: {
    does: "GET /assessment/exams/:exam/results.xlsx",
    where: ofExam,
    asks: z.strictObject({ language: Locale }),
    gives: download(xlsx),
    refuses: [...aboutExam, "assessment/exam-not-closed"],
  },
  /** The caller's own exams, of all classes; of a mentor those that wait for a signature. */
  ownExams: {
    does: "GET /assessment/exams",
    gives: z.array(OwnExam).max(500),
    refuses: [],
  },
  /** Begins, or goes on at this machine: at any other it stands still from then on. */
  sit: {
    does: "POST /assessment/exams/:exam/sitting",
    where: ofExam,
    takes: MachineRequest,
    gives: SittingView,
    refuses: [...aboutExam, "assessment/exam-not-open", "assessment/sitting-over"],
  },
  pulse: {
    does: "GET /assessment/exams/:exam/sitting",
    where: ofExam,
    asks: MachineRequest,
    gives: SittingPulse,
    refuses: seated,
  },
  /** What is acknowledged is on the disk. The same sent again is kept once. */
  saveAnswers: {
    does: "PUT /assessment/exams/:exam/sitting",
    where: ofExam,
    takes: SaveAnswersRequest,
    gives: SavedAnswers,
    refuses: [...writing, "assessment/not-on-paper"],
  },
  handInExam: {
    does: "POST /assessment/exams/:exam/sitting/hand-in",
    where: ofExam,
    takes: MachineRequest,
    gives: nothing,
    refuses: [...seated, "assessment/sitting-elsewhere"],
  },
  ownResult: {
    does: "GET /assessment/exams/:exam/result",
    where: ofExam,
    gives: OwnResult,
    refuses: [...seated, "assessment/exam-not-published"],
  },
});
