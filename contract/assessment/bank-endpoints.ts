import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import {
  BankFile,
  BankFileForm,
  BankFileReading,
  BankHead,
  BankId,
  BankQuestionView,
  BankView,
  GiveTopicsRequest,
  MakeBankRequest,
  questionFileBytesMax,
  QuestionId,
  WriteQuestionRequest,
} from "./banks.ts";
import { questionFormats } from "./question-file.ts";

const ofBank = z.strictObject({ bank: BankId });
const ofQuestion = z.strictObject({ bank: BankId, question: QuestionId });
const aboutBank = ["assessment/no-such-bank"] as const;
const changesBank = [...aboutBank, "assessment/bank-fixed"] as const;
const writesQuestion = [...changesBank, "assessment/unknown-competency"] as const;

export const bankEndpoints = endpoints({
  /** The banks of the schools in which the caller teaches, and those of courses. */
  banks: {
    does: "GET /assessment/banks",
    gives: z.array(BankHead).max(300),
    refuses: [],
  },
  makeBank: {
    does: "POST /assessment/banks",
    takes: MakeBankRequest,
    gives: z.strictObject({ id: Id }),
    refuses: ["platform/not-allowed", "assessment/too-many-banks"],
  },
  bank: {
    does: "GET /assessment/banks/:bank",
    where: ofBank,
    gives: BankView,
    refuses: aboutBank,
  },
  bankQuestion: {
    does: "GET /assessment/banks/:bank/questions/:question",
    where: ofQuestion,
    gives: BankQuestionView,
    refuses: [...aboutBank, "assessment/no-such-question"],
  },
  addQuestion: {
    does: "POST /assessment/banks/:bank/questions",
    where: ofBank,
    takes: WriteQuestionRequest,
    gives: z.strictObject({ id: Id }),
    refuses: [...writesQuestion, "assessment/bank-full", "assessment/question-known"],
  },
  writeQuestion: {
    does: "PUT /assessment/banks/:bank/questions/:question",
    where: ofQuestion,
    takes: WriteQuestionRequest,
    gives: nothing,
    refuses: [...writesQuestion, "assessment/no-such-question", "assessment/question-known"],
  },
  dropQuestion: {
    does: "DELETE /assessment/banks/:bank/questions/:question",
    where: ofQuestion,
    gives: nothing,
    refuses: [...changesBank, "assessment/no-such-question"],
  },
  /** Says of many questions at once which competencies they show. */
  giveTopics: {
    does: "PUT /assessment/banks/:bank/topics",
    where: ofBank,
    takes: GiveTopicsRequest,
    gives: nothing,
    refuses: writesQuestion,
  },
  /** Reads a file of questions, and takes them in where that is asked for. */
  readBankFile: {
    does: "POST /assessment/banks/:bank/file",
    where: ofBank,
    takes: BankFileForm,
    uploads: { field: "file", bytesMax: questionFileBytesMax },
    gives: BankFileReading,
    refuses: [...changesBank, "assessment/bank-full"],
  },
  bankFile: {
    does: "GET /assessment/banks/:bank/file",
    where: ofBank,
    asks: z.strictObject({ format: z.enum(questionFormats) }),
    gives: BankFile,
    refuses: aboutBank,
  },
});
