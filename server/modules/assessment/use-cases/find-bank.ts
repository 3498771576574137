import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { BankHead } from "@echelon/contract/assessment/banks.ts";
import { questionTypes } from "@echelon/contract/assessment/question.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { holdsIn } from "../../identity/index.ts";
import { isCourseBank } from "../course-banks.ts";
import { type BankCount, holdBank, readBank } from "../store/bank-store.ts";
import type { BankTable } from "../store/schema.ts";

const owns = (caller: Caller, row: BankTable | undefined): row is BankTable =>
  row !== undefined && holdsIn(caller, row.school_id, "teacher");

/** A bank of a school in which the caller teaches; a foreign one is answered like none. */
export async function findBank(sql: Sql, caller: Caller, id: string): Promise<Outcome<BankTable>> {
  const row = isCourseBank(id) ? undefined : await readBank(sql, id);
  return owns(caller, row) ? ok(row) : refuse({ code: "assessment/no-such-bank" });
}

/** The same for who changes it, held until the transaction ends. */
export async function holdOwnBank(tx: Tx, caller: Caller, id: string): Promise<Outcome<BankTable>> {
  if (isCourseBank(id)) return refuse({ code: "assessment/bank-fixed" });
  const row = await holdBank(tx, id);
  return owns(caller, row) ? ok(row) : refuse({ code: "assessment/no-such-bank" });
}

/** What a bank has, by type and by topic. */
export function tallyOf(
  counts: readonly Omit<BankCount, "bank_id">[],
): Pick<BankHead, "questions" | "types" | "topics"> {
  const topics = new Map<string, number>();
  for (const { topics: of, questions } of counts)
    for (const topic of of) topics.set(topic, (topics.get(topic) ?? 0) + questions);
  return {
    questions: counts.reduce((sum, { questions }) => sum + questions, 0),
    types: questionTypes.flatMap((type) => {
      const own = counts.filter((one) => one.type === type);
      const questions = own.reduce((sum, one) => sum + one.questions, 0);
      return questions === 0 ? [] : [{ type, questions }];
    }),
    topics: [...topics]
      .map(([topic, questions]) => ({ topic, questions }))
      .toSorted((a, b) => (a.topic < b.topic ? -1 : 1)),
  };
}
