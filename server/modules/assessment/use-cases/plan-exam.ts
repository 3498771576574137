import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import type { ExamPlan } from "@echelon/contract/assessment/exams.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { checklistOf } from "../../practice/index.ts";
import { courseBank } from "../course-banks.ts";
import { classAccess } from "../../teaching/index.ts";
import {
  changeExam,
  deleteExam,
  examOfSeason,
  insertExam,
  readExams,
} from "../store/exam-store.ts";
import type { ExamTable } from "../store/schema.ts";
import { findBank } from "./find-bank.ts";
import { holdTaughtExam } from "./find-exam.ts";

/** The preset of the published exam of eight units. */
const practicalPreset = "specialist-exam";

type Planned = Pick<
  ExamTable,
  | "kind"
  | "name"
  | "language"
  | "banks"
  | "sections"
  | "minutes"
  | "opens_at"
  | "closes_at"
  | "passing"
  | "season_id"
>;

/** A teacher plans an exam of a class; nobody else sees it before it is opened. */
export async function makeExam(
  means: Means,
  caller: Caller,
  classId: string,
  plan: ExamPlan,
): Promise<Outcome<{ readonly id: string }>> {
  return means.database.transaction(async (tx) => {
    const role = await classAccess(tx, caller, classId);
    if (role === null) return refuse({ code: "teaching/no-such-class" });
    if (role !== "teacher") return refuse({ code: "platform/not-allowed" });
    const max = examLimits.examsOfClassMax;
    if ((await readExams(tx, [classId], max)).length >= max)
      return refuse({ code: "assessment/too-many-exams", facts: { max } });
    const id = means.newId();
    const planned = await plannedOf(means, tx, caller, { id, classId }, plan);
    if (!planned.ok) return planned;
    await insertExam(tx, {
      ...planned.value,
      id,
      class_id: classId,
      state: "draft",
      key_secret: null,
      extra_minutes: 0,
      pulse_at: null,
      outages: [],
      made_by: caller.person,
      made_at: means.clock.now(),
      opened_at: null,
      closed_at: null,
      published_at: null,
      measurement_id: null,
      moment: null,
    });
    return ok({ id });
  });
}

export async function planExam(
  means: Means,
  caller: Caller,
  id: string,
  plan: ExamPlan,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const found = await holdTaughtExam(tx, caller, id);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.state !== "draft") return refuse({ code: "assessment/exam-opened" });
    const planned = await plannedOf(means, tx, caller, { id, classId: row.class_id }, plan);
    if (!planned.ok) return planned;
    await changeExam(tx, id, planned.value);
    return ok(undefined);
  });
}

/** A plan that nobody sat is taken back; what was opened stays. */
export async function dropExam(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdTaughtExam(tx, caller, id);
    if (!found.ok) return found;
    if (found.value.row.state !== "draft") return refuse({ code: "assessment/exam-opened" });
    await deleteExam(tx, id);
    return ok(undefined);
  });
}

async function plannedOf(
  means: Means,
  tx: Tx,
  caller: Caller,
  exam: { readonly id: string; readonly classId: string },
  plan: ExamPlan,
): Promise<Outcome<Planned>> {
  const { kind, name, language, passingPercent: passing } = plan;
  if (plan.kind === "theory") {
    for (const bank of plan.banks) {
      if (courseBank(bank) !== undefined) continue;
      const found = await findBank(tx, caller, bank);
      if (!found.ok) return found;
    }
    return ok({
      kind,
      name,
      language,
      passing,
      banks: [...new Set(plan.banks)],
      sections: plan.sections,
      minutes: plan.minutes,
      opens_at: plan.opensAt,
      closes_at: plan.closesAt,
      season_id: null,
    });
  }
  const season = await checklistOf(means, plan.season);
  const other = await examOfSeason(tx, plan.season);
  const isOther = other !== undefined && other.id !== exam.id;
  const isOurs = season?.classId === exam.classId && season.preset === practicalPreset;
  if (season === null || !isOurs || isOther)
    return refuse({ code: "assessment/season-not-for-exam" });
  return ok({
    kind,
    name,
    language,
    passing,
    banks: [],
    sections: [],
    minutes: season.minutes,
    opens_at: null,
    closes_at: null,
    season_id: plan.season,
  });
}
