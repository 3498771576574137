import type { WriteQuestionRequest } from "@echelon/contract/assessment/banks.ts";
import { questionLimits } from "@echelon/contract/assessment/question.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { Id } from "@echelon/contract/platform/shapes.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { cleaned, hashOfQuestion, unknownTopic } from "../bank-question.ts";
import { frameworkOfSchool } from "../school-framework.ts";
import {
  changeQuestion,
  deleteQuestion,
  giveTopics,
  hashesOfBank,
  insertQuestions,
  readQuestion,
  touchBank,
} from "../store/bank-store.ts";
import type { BankTable } from "../store/schema.ts";
import { holdOwnBank } from "./find-bank.ts";

const unknown = (competency: string) =>
  refuse({ code: "assessment/unknown-competency", facts: { competency } });

/** A school's questions may ask for what it and its region ask beyond the core. */
const unknownHere = async (
  tx: Tx,
  { school_id: school }: BankTable,
  topics: readonly string[],
): Promise<string | null> => unknownTopic((await frameworkOfSchool(tx, school)).view, topics);

/** A teacher writes a question into a bank. */
export async function addQuestion(
  { database, clock, newId }: Means,
  caller: Caller,
  bank: string,
  wish: WriteQuestionRequest,
): Promise<Outcome<{ readonly id: string }>> {
  return database.transaction(async (tx) => {
    const found = await holdOwnBank(tx, caller, bank);
    if (!found.ok) return found;
    const topic = await unknownHere(tx, found.value, wish.topics);
    if (topic !== null) return unknown(topic);
    const max = questionLimits.questionsMax;
    const known = await hashesOfBank(tx, bank);
    if (known.size >= max) return refuse({ code: "assessment/bank-full", facts: { max } });
    const body = cleaned(wish.question);
    const [id, at, hash] = [newId(), clock.now(), hashOfQuestion(body)];
    const row = { id, bank_id: bank, body, hash, topics: wish.topics, made_at: at };
    if ((await insertQuestions(tx, [row])) === 0)
      return refuse({ code: "assessment/question-known" });
    await touchBank(tx, bank, at);
    return ok({ id });
  });
}

/** Changes a question; exams that were opened keep it as it was. */
export async function writeQuestion(
  { database, clock }: Means,
  caller: Caller,
  bank: string,
  id: string,
  wish: WriteQuestionRequest,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdOwnBank(tx, caller, bank);
    if (!found.ok) return found;
    const row = Id.safeParse(id).success ? await readQuestion(tx, bank, id) : undefined;
    if (row === undefined) return refuse({ code: "assessment/no-such-question" });
    const topic = await unknownHere(tx, found.value, wish.topics);
    if (topic !== null) return unknown(topic);
    const body = cleaned(wish.question);
    const hash = hashOfQuestion(body);
    if (hash !== row.hash && (await hashesOfBank(tx, bank)).has(hash))
      return refuse({ code: "assessment/question-known" });
    await changeQuestion(tx, id, { body, hash, topics: wish.topics });
    await touchBank(tx, bank, clock.now());
    return ok(undefined);
  });
}

/** Takes a question out of a bank; exams that were opened keep it. */
export async function dropQuestion(
  { database, clock }: Means,
  caller: Caller,
  bank: string,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdOwnBank(tx, caller, bank);
    if (!found.ok) return found;
    if (!Id.safeParse(id).success || !(await deleteQuestion(tx, bank, id)))
      return refuse({ code: "assessment/no-such-question" });
    await touchBank(tx, bank, clock.now());
    return ok(undefined);
  });
}

/** Says of many questions which competencies they show; questions that are gone are passed over. */
export async function giveBankTopics(
  { database, clock }: Means,
  caller: Caller,
  bank: string,
  { questions, topics }: { readonly questions: readonly string[]; readonly topics: string[] },
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdOwnBank(tx, caller, bank);
    if (!found.ok) return found;
    const topic = await unknownHere(tx, found.value, topics);
    if (topic !== null) return unknown(topic);
    await giveTopics(
      tx,
      bank,
      questions.filter((id) => Id.safeParse(id).success),
      topics,
    );
    await touchBank(tx, bank, clock.now());
    return ok(undefined);
  });
}
