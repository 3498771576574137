import { assessment } from "@echelon/contract/assessment/endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { closeExam, giveExtraMinutes } from "./use-cases/close-exam.ts";
import { addQuestion, dropQuestion, giveBankTopics, writeQuestion } from "./use-cases/edit-bank.ts";
import { markEssay, viewEssays } from "./use-cases/mark-essays.ts";
import { openExam } from "./use-cases/open-exam.ts";
import { viewOwnExams, viewOwnResult } from "./use-cases/own-exams.ts";
import { dropExam, makeExam, planExam } from "./use-cases/plan-exam.ts";
import { publishExam, signExam } from "./use-cases/publish-exam.ts";
import { readBankFile } from "./use-cases/read-bank-file.ts";
import { handIn, keepAnswers, pulseOf, sitExam } from "./use-cases/sit-exam.ts";
import {
  makeBank,
  viewBank,
  viewBanks,
  viewQuestion,
  writeBankFile,
} from "./use-cases/view-banks.ts";
import { viewExam, viewExams, viewRoom } from "./use-cases/view-exams.ts";
import { viewResults, writeResults } from "./use-cases/view-results.ts";

/** Question banks, exams, and those who sit them. */
export const examRoutes = (means: Means): readonly Route[] => [
  ...bankRoutes(means),
  ...planRoutes(means),
  ...markRoutes(means),
  ...sittingRoutes(means),
];

const bankRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.banks,
    allows: may.assign,
    run: ({ caller }) => viewBanks(means, caller),
  }),
  route({
    ...assessment.makeBank,
    allows: may.assign,
    run: ({ caller, body }) => makeBank(means, caller, body),
  }),
  route({
    ...assessment.bank,
    allows: may.assign,
    run: ({ caller, where }) => viewBank(means, caller, where.bank),
  }),
  route({
    ...assessment.bankQuestion,
    allows: may.assign,
    run: ({ caller, where }) => viewQuestion(means, caller, where.bank, where.question),
  }),
  route({
    ...assessment.addQuestion,
    allows: may.assign,
    run: ({ caller, where, body }) => addQuestion(means, caller, where.bank, body),
  }),
  route({
    ...assessment.writeQuestion,
    allows: may.assign,
    run: ({ caller, where, body }) =>
      writeQuestion(means, caller, where.bank, where.question, body),
  }),
  route({
    ...assessment.dropQuestion,
    allows: may.assign,
    run: ({ caller, where }) => dropQuestion(means, caller, where.bank, where.question),
  }),
  route({
    ...assessment.giveTopics,
    allows: may.assign,
    run: ({ caller, where, body }) => giveBankTopics(means, caller, where.bank, body),
  }),
  route({
    ...assessment.readBankFile,
    allows: may.assign,
    bucket: "heavy-work",
    run: ({ caller, where, body, upload }) =>
      readBankFile(means, caller, where.bank, body, upload.bytes),
  }),
  route({
    ...assessment.bankFile,
    allows: may.assign,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) => writeBankFile(means, caller, where.bank, asks.format),
  }),
];

const planRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.exams,
    allows: may.lead,
    run: ({ caller, where }) => viewExams(means, caller, where.class),
  }),
  route({
    ...assessment.makeExam,
    allows: may.assign,
    run: ({ caller, where, body }) => makeExam(means, caller, where.class, body),
  }),
  route({
    ...assessment.exam,
    allows: may.lookInto,
    run: ({ caller, where }) => viewExam(means, caller, where.exam),
  }),
  route({
    ...assessment.planExam,
    allows: may.assign,
    run: ({ caller, where, body }) => planExam(means, caller, where.exam, body),
  }),
  route({
    ...assessment.dropExam,
    allows: may.assign,
    run: ({ caller, where }) => dropExam(means, caller, where.exam),
  }),
  route({
    ...assessment.openExam,
    allows: may.assign,
    run: ({ caller, where }) => openExam(means, caller, where.exam),
  }),
  route({
    ...assessment.closeExam,
    allows: may.assign,
    run: ({ caller, where }) => closeExam(means, caller, where.exam),
  }),
  route({
    ...assessment.room,
    allows: may.lead,
    run: ({ caller, where }) => viewRoom(means, caller, where.exam),
  }),
  route({
    ...assessment.extraMinutes,
    allows: may.assign,
    run: ({ caller, where, body }) => giveExtraMinutes(means, caller, where.exam, body),
  }),
];

const markRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.essays,
    allows: may.lead,
    run: ({ caller, where }) => viewEssays(means, caller, where.exam),
  }),
  route({
    ...assessment.markEssay,
    allows: may.assign,
    run: ({ caller, where, body }) => markEssay(means, caller, where.exam, body),
  }),
  route({
    ...assessment.signExam,
    allows: may.rate,
    run: ({ caller, where }) => signExam(means, caller, where.exam),
  }),
  route({
    ...assessment.publishExam,
    allows: may.assign,
    run: ({ caller, where }) => publishExam(means, caller, where.exam),
  }),
  route({
    ...assessment.results,
    allows: may.lookInto,
    run: ({ caller, where }) => viewResults(means, caller, where.exam),
  }),
  route({
    ...assessment.resultsFile,
    allows: may.lookInto,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) => writeResults(means, caller, where.exam, asks.language),
  }),
];

const sittingRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.ownExams,
    allows: may.attend,
    run: ({ caller }) => viewOwnExams(means, caller),
  }),
  route({
    ...assessment.sit,
    allows: may.submit,
    run: ({ caller, where, body }) => sitExam(means, caller, where.exam, body.machine),
  }),
  route({
    ...assessment.pulse,
    allows: may.submit,
    run: ({ caller, where, asks }) => pulseOf(means, caller, where.exam, asks.machine),
  }),
  route({
    ...assessment.saveAnswers,
    allows: may.submit,
    run: ({ caller, where, body }) => keepAnswers(means, caller, where.exam, body),
  }),
  route({
    ...assessment.handInExam,
    allows: may.submit,
    run: ({ caller, where, body }) => handIn(means, caller, where.exam, body.machine),
  }),
  route({
    ...assessment.ownResult,
    allows: may.submit,
    run: ({ caller, where }) => viewOwnResult(means, caller, where.exam),
  }),
];
