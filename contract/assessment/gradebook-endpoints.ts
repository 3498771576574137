import { z } from "zod";
import { fileRefusals, tableFileBytesMax } from "../exchange/files.ts";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { Id, Locale } from "../platform/shapes.ts";
import {
  GradebookView,
  GradeSheetReading,
  PublishedGrade,
  SetGradeRequest,
  SetGradeRulesRequest,
} from "./gradebook.ts";
import { gradeLimits } from "./gradebook-limits.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ofClass = z.strictObject({ class: Id });
const ofMember = z.strictObject({ class: Id, person: Id });
const inLanguage = z.strictObject({ language: Locale });
const aboutClass = ["teaching/no-such-class", "platform/not-allowed"] as const;

export const gradebook = endpoints({
  gradebook: {
    does: "GET /assessment/classes/:class/gradebook",
    where: ofClass,
    gives: GradebookView,
    refuses: aboutClass,
  },
  setGradeRules: {
    does: "PUT /assessment/classes/:class/gradebook/rules",
    where: ofClass,
    takes: SetGradeRulesRequest,
    gives: nothing,
    refuses: [...aboutClass, "assessment/rules-changed", "assessment/column-name-taken"],
  },
  setGrade: {
    does: "PUT /assessment/classes/:class/gradebook/people/:person",
    where: ofMember,
    takes: SetGradeRequest,
    gives: nothing,
    refuses: [...aboutClass, "assessment/no-such-person", "assessment/no-such-column"],
  },
  /** The gradebook as a workbook that can be filled in and sent back. */
  gradeSheet: {
    does: "GET /assessment/classes/:class/gradebook/sheet",
    where: ofClass,
    asks: inLanguage,
    gives: download(xlsx),
    refuses: [...aboutClass, "exchange/file-took-too-long", "exchange/file-queue"],
  },
  /** Says what a workbook would change, and changes it where `take` says so. */
  readGradeSheet: {
    does: "POST /assessment/classes/:class/gradebook/sheet",
    where: ofClass,
    takes: z.strictObject({ take: z.enum(["true", "false"]) }),
    uploads: { field: "file", bytesMax: tableFileBytesMax },
    gives: GradeSheetReading,
    refuses: [...aboutClass, ...fileRefusals, "assessment/sheet-changed"],
  },
  /** Makes the grades known to their students. */
  publishGrades: {
    does: "POST /assessment/classes/:class/gradebook/publish",
    where: ofClass,
    gives: nothing,
    refuses: [...aboutClass, "assessment/nothing-graded"],
  },
  /** The caller's own grades. */
  ownGrades: {
    does: "GET /assessment/grades",
    gives: z.array(PublishedGrade).max(gradeLimits.gradesMax),
    refuses: [],
  },
  /** One student's report: for the student once it is published, for the teacher at any time. */
  gradeReport: {
    does: "GET /assessment/classes/:class/gradebook/people/:person/report",
    where: ofMember,
    asks: inLanguage,
    gives: download("application/pdf"),
    refuses: [
      "teaching/no-such-class",
      "assessment/no-such-person",
      "assessment/nothing-graded",
      "exchange/file-took-too-long",
      "exchange/file-queue",
    ],
  },
});
