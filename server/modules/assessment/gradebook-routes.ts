import { gradebook } from "@echelon/contract/assessment/gradebook-endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { assessmentMeans } from "./means.ts";
import { takeGradeSheet, writeGradeSheet } from "./use-cases/exchange-grades.ts";
import { publishGrades, viewOwnGrades } from "./use-cases/publish-grades.ts";
import { reportGrade } from "./use-cases/report-grade.ts";
import { setGrade, setGradeRules } from "./use-cases/set-grades.ts";
import { viewGradebook } from "./use-cases/view-gradebook.ts";

export const gradebookRoutes = (means: Means): readonly Route[] => [
  route({
    ...gradebook.gradebook,
    allows: may.lead,
    run: ({ caller, where }) => viewGradebook(means, caller, where.class),
  }),
  route({
    ...gradebook.setGradeRules,
    allows: may.grade,
    run: ({ caller, where, body }) => setGradeRules(means, caller, where.class, body),
  }),
  route({
    ...gradebook.setGrade,
    allows: may.grade,
    run: ({ caller, where, body }) => setGrade(means, caller, where.class, where.person, body),
  }),
  route({
    ...gradebook.gradeSheet,
    allows: may.lead,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) =>
      writeGradeSheet(assessmentMeans(means), caller, where.class, asks.language),
  }),
  route({
    ...gradebook.readGradeSheet,
    allows: may.grade,
    bucket: "heavy-work",
    run: ({ caller, where, body, upload }) =>
      takeGradeSheet(assessmentMeans(means), caller, where.class, upload, body.take === "true"),
  }),
  route({
    ...gradebook.publishGrades,
    allows: may.grade,
    run: ({ caller, where }) => publishGrades(means, caller, where.class),
  }),
  route({
    ...gradebook.ownGrades,
    allows: may.contest,
    run: ({ caller }) => viewOwnGrades(means, caller),
  }),
  route({
    ...gradebook.gradeReport,
    allows: may.see,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) =>
      reportGrade(assessmentMeans(means), caller, where.class, where.person, asks.language),
  }),
];
