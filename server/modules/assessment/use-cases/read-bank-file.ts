import type { BankFileReading } from "@echelon/contract/assessment/banks.ts";
import { type Question, questionLimits } from "@echelon/contract/assessment/question.ts";
import type { QuestionFormat } from "@echelon/contract/assessment/question-file.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { headOf, hashOfQuestion, topicsOf } from "../bank-question.ts";
import { importQuestions } from "../question-files.ts";
import { frameworkOfSchool } from "../school-framework.ts";
import { hashesOfBank, insertQuestions, touchBank } from "../store/bank-store.ts";
import { holdOwnBank, tallyOf } from "./find-bank.ts";

const firstMax = 10;
const whatMax = 500;

interface Wish {
  readonly format: QuestionFormat;
  readonly does: "look" | "take";
}

/**
 * Reads a file of questions into a bank, or says what it would. What is broken is left out and told
 * by line; what the bank has already is not taken in again, so a file sent twice is taken in once.
 */
export async function readBankFile(
  { database, clock, newId }: Means,
  caller: Caller,
  bank: string,
  { format, does }: Wish,
  bytes: Uint8Array,
): Promise<Outcome<BankFileReading>> {
  return database.transaction(async (tx) => {
    const found = await holdOwnBank(tx, caller, bank);
    if (!found.ok) return found;
    const { questions, problems } = importQuestions(format, bytes);
    const known = await hashesOfBank(tx, bank);
    const fresh = new Map<string, Question>();
    for (const question of questions) {
      const hash = hashOfQuestion(question);
      if (!known.has(hash)) fresh.set(hash, question);
    }
    const max = questionLimits.questionsMax;
    const isTaken = does === "take";
    if (isTaken && known.size + fresh.size > max)
      return refuse({ code: "assessment/bank-full", facts: { max } });
    const { view } = await frameworkOfSchool(tx, found.value.school_id);
    const at = clock.now();
    const rows = [...fresh].map(([hash, body]) => ({
      id: newId(),
      bank_id: bank,
      body,
      hash,
      topics: topicsOf(view, body),
      made_at: at,
    }));
    const taken = isTaken ? await insertQuestions(tx, rows) : 0;
    if (taken > 0) await touchBank(tx, bank, at);
    return ok({
      ...countOf(questions),
      known: questions.length - fresh.size,
      taken,
      withTopics: rows.filter(({ topics }) => topics.length > 0).length,
      first: rows.slice(0, firstMax).map(({ body, topics }) => headOf(body, topics)),
      problems: problems.map((one) => ({ ...one, what: one.what.slice(0, whatMax) })),
    });
  });
}

function countOf(questions: readonly Question[]): Pick<BankFileReading, "questions" | "types"> {
  const counts = questions.map(({ type }) => ({ type, topics: [], questions: 1 }));
  const { questions: all, types } = tallyOf(counts);
  return { questions: all, types };
}
