import type { BankHead, BankQuestionView, BankView } from "@echelon/contract/assessment/banks.ts";
import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import type { QuestionFormat } from "@echelon/contract/assessment/question-file.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { Id } from "@echelon/contract/platform/shapes.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holdsIn } from "../../identity/index.ts";
import { type BankQuestion, headOf } from "../bank-question.ts";
import { courseBank, courseBanks, type CourseBank } from "../course-banks.ts";
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
  const own = rows.map((row) => ({ ...ownHead(row), ...tallyOf(counts.get(row.id) ?? []) }));
  const ofCourses = courseBanks().map((bank) => ({
    ...courseHead(bank),
    ...tallyOf(countsOf(bank.questionsIn(caller.locale))),
  }));
  return ok([...own, ...ofCourses]);
}

const courseHead = ({ id, name }: CourseBank) => ({ id, name, school: null, changedAt: null });

const countsOf = (questions: readonly BankQuestion[]) =>
  questions.map(({ question, topics }) => ({ type: question.type, topics, questions: 1 }));

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
  const found = await bankOf(database, caller, id);
  if (!found.ok) return found;
  const { head, questions } = found.value;
  return ok({
    ...head,
    ...tallyOf(countsOf(questions)),
    list: questions.map((one) => ({ id: one.id, ...headOf(one.question, one.topics) })),
  });
}

/** A bank of a school or of a course with its questions; a course's in the caller's language. */
async function bankOf(sql: Sql, caller: Caller, id: string) {
  const ofCourse = courseBank(id);
  if (ofCourse !== undefined)
    return ok({ head: courseHead(ofCourse), questions: ofCourse.questionsIn(caller.locale) });
  const found = await findBank(sql, caller, id);
  if (!found.ok) return found;
  const rows = await questionsOfBanks(sql, [id]);
  const questions: readonly BankQuestion[] = rows.map((row) => ({
    id: row.id,
    question: row.body,
    topics: row.topics,
  }));
  return ok({ head: ownHead(found.value), questions });
}

export async function viewQuestion(
  { database }: Means,
  caller: Caller,
  bank: string,
  id: string,
): Promise<Outcome<BankQuestionView>> {
  const ofCourse = courseBank(bank);
  if (ofCourse !== undefined) {
    const one = ofCourse.questionsIn(caller.locale).find((question) => question.id === id);
    if (one === undefined) return refuse({ code: "assessment/no-such-question" });
    return ok({ ...one, topics: [...one.topics] });
  }
  const found = await findBank(database, caller, bank);
  if (!found.ok) return found;
  // A course's questions have names; what is no id is none of this bank.
  const row = Id.safeParse(id).success ? await readQuestion(database, bank, id) : undefined;
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
  const found = await bankOf(database, caller, id);
  if (!found.ok) return found;
  const questions = found.value.questions.map(({ question }) => question);
  return ok(writeQuestions(format, questions));
}
