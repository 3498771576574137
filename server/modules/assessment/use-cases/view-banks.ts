import type { BankHead, BankQuestionView, BankView } from "@echelon/contract/assessment/banks.ts";
import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import type { QuestionFormat } from "@echelon/contract/assessment/question-file.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holdsIn } from "../../identity/index.ts";
import { headOf } from "../bank-question.ts";
import { writeQuestions } from "../question-files.ts";
import {
  banksOfSchools,
  countQuestions,
  insertBank,
  questionsOfBanks,
  readQuestion,
} from "../store/bank-store.ts";
import type { BankTable } from "../store/schema.ts";
import { findBank, tallyOf } from "./find-bank.ts";

/** The schools in which somebody teaches. */
const schoolsOf = (caller: Caller): string[] => [
  ...new Set(
    caller.roles.filter(({ role }) => role === "teacher").map(({ organisation }) => organisation),
  ),
];

/** The banks that a teacher may draw on. */
export async function viewBanks({ database }: Means, caller: Caller): Promise<Outcome<BankHead[]>> {
  const rows = await banksOfSchools(database, schoolsOf(caller), examLimits.banksOfSchoolMax);
  const counts = Map.groupBy(
    await countQuestions(
      database,
      rows.map(({ id }) => id),
    ),
    (one) => one.bank_id,
  );
  return ok(rows.map((row) => ({ ...ownHead(row), ...tallyOf(counts.get(row.id) ?? []) })));
}

/** A name of one's own is the same in both languages. */
const ownHead = (row: BankTable) => ({
  id: row.id,
  name: { zh: row.name, en: row.name },
  school: row.school_id,
  changedAt: row.changed_at,
});

export async function makeBank(
  { database, clock, newId }: Means,
  caller: Caller,
  { school, name }: { readonly school: string; readonly name: string },
): Promise<Outcome<{ readonly id: string }>> {
  return database.transaction(async (tx) => {
    if (!holdsIn(caller, school, "teacher")) return refuse({ code: "platform/not-allowed" });
    const max = examLimits.banksOfSchoolMax;
    const known = await banksOfSchools(tx, [school], max);
    if (known.length >= max) return refuse({ code: "assessment/too-many-banks", facts: { max } });
    const [id, at] = [newId(), clock.now()];
    await insertBank(tx, {
      id,
      school_id: school,
      name,
      made_by: caller.person,
      made_at: at,
      changed_at: at,
    });
    return ok({ id });
  });
}

/** A bank with its questions, each as a list shows it. */
export async function viewBank(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<BankView>> {
  const found = await findBank(database, caller, id);
  if (!found.ok) return found;
  const rows = await questionsOfBanks(database, [id]);
  const counts = rows.map(({ body, topics }) => ({ type: body.type, topics, questions: 1 }));
  return ok({
    ...ownHead(found.value),
    ...tallyOf(counts),
    list: rows.map((row) => ({ id: row.id, ...headOf(row.body, row.topics) })),
  });
}

export async function viewQuestion(
  { database }: Means,
  caller: Caller,
  bank: string,
  id: string,
): Promise<Outcome<BankQuestionView>> {
  const found = await findBank(database, caller, bank);
  if (!found.ok) return found;
  const row = await readQuestion(database, bank, id);
  if (row === undefined) return refuse({ code: "assessment/no-such-question" });
  return ok({ id, question: row.body, topics: row.topics });
}

/** A bank as a file, with what the format could not say. */
export async function writeBankFile(
  { database }: Means,
  caller: Caller,
  id: string,
  format: QuestionFormat,
) {
  const found = await findBank(database, caller, id);
  if (!found.ok) return found;
  const rows = await questionsOfBanks(database, [id]);
  return ok(
    writeQuestions(
      format,
      rows.map(({ body }) => body),
    ),
  );
}
