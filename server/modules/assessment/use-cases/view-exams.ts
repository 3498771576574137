import type { ExamHead, ExamPlan, ExamView, RoomView } from "@echelon/contract/assessment/exams.ts";
import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { pointsOfUnits } from "../exam-results.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { checklistOf } from "../../practice/index.ts";
import { classAccess } from "../../teaching/index.ts";
import { hashOfSecret } from "../exam-key.ts";
import { drawable, fittingOf, questionsFor, sizeOf } from "../exam-paper.ts";
import { readRoom } from "../exam-room.ts";
import { drawnFrom, readExams, signaturesOf } from "../store/exam-store.ts";
import type { ExamTable } from "../store/schema.ts";
import { countSittings, countUnmarked, type SittingCount } from "../store/sitting-store.ts";
import { findLedExam } from "./find-exam.ts";

/** The exams of a class for who leads it, the newest first. */
export async function viewExams(
  means: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<ExamHead[]>> {
  const { database } = means;
  const role = await classAccess(database, caller, classId);
  if (role === null) return refuse({ code: "teaching/no-such-class" });
  if (role !== "teacher" && role !== "assistant") return refuse({ code: "platform/not-allowed" });
  const rows = await readExams(database, [classId], examLimits.examsOfClassMax);
  const ids = rows.map(({ id }) => id);
  const counts = await countSittings(database, ids);
  const heads: ExamHead[] = [];
  for (const row of rows) heads.push(headOf(row, counts.get(row.id), await seasonOf(means, row)));
  return ok(heads);
}

type Season = Awaited<ReturnType<typeof checklistOf>>;

const seasonOf = async (means: Means, { season_id: season }: ExamTable): Promise<Season> =>
  season === null ? null : checklistOf(means, season);

/** A practical exam has the points of its season's checklist, and everybody plays it at once. */
function headOf(row: ExamTable, count: SittingCount | undefined, season: Season): ExamHead {
  const size =
    season === null
      ? sizeOf(row.sections)
      : { questions: season.units.length, points: pointsOfUnits(season.units) };
  const players = season?.people.length ?? 0;
  return {
    id: row.id,
    class: row.class_id,
    name: row.name,
    kind: row.kind,
    state: row.state,
    language: row.language,
    minutes: row.minutes,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    passingPercent: row.passing,
    ...size,
    madeAt: row.made_at,
    begun: season === null ? (count?.begun ?? 0) : players,
    done: season === null ? (count?.done ?? 0) : season.isFinished ? players : 0,
  };
}

/** One exam with its plan, and what the banks have for it. */
export async function viewExam(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<ExamView>> {
  const sql = means.database;
  const found = await findLedExam(sql, caller, id);
  if (!found.ok) return found;
  const { row } = found.value;
  const season = await seasonOf(means, row);
  return ok({
    ...headOf(row, (await countSittings(sql, [id])).get(id), season),
    plan: planOf(row),
    ...(await fitOf(sql, row)),
    extraMinutes: row.extra_minutes,
    keyHash: row.key_secret === null ? null : hashOfSecret(row.key_secret),
    key: row.state === "published" ? row.key_secret : null,
    unmarked: row.state === "closed" ? await countUnmarked(sql, id) : 0,
    signatures: await signed(sql, id),
    outages: row.outages.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
    season:
      season === null
        ? null
        : { id: row.season_id!, name: season.name, isFinished: season.isFinished, day: season.day },
  });
}

/** Of an exam that was opened, by the questions that were frozen then. */
async function fitOf(sql: Sql, row: ExamTable): Promise<Pick<ExamView, "fitting" | "short">> {
  if (row.kind === "practical") return { fitting: [], short: null };
  const questions =
    row.state === "draft"
      ? (await questionsFor(sql, row)).map(drawable)
      : (await drawnFrom(sql, row.id)).map(({ question: id, ...one }) => ({ id, ...one }));
  return fittingOf(questions, row.sections);
}

function planOf(row: ExamTable): ExamPlan {
  const shared = { name: row.name, language: row.language, passingPercent: row.passing };
  return row.kind === "practical"
    ? { kind: "practical", ...shared, season: row.season_id! }
    : {
        kind: "theory",
        ...shared,
        banks: row.banks,
        sections: [...row.sections],
        minutes: row.minutes,
        opensAt: row.opens_at,
        closesAt: row.closes_at,
      };
}

async function signed(sql: Sql, id: string): Promise<ExamView["signatures"]> {
  const rows = await signaturesOf(sql, id);
  const names = await personNames(
    sql,
    rows.map(({ person_id: person }) => person),
  );
  return rows.map(({ side, person_id: person, at }) => ({
    side,
    name: names.get(person) ?? "",
    at,
  }));
}

/** Who is there, who writes, and how much time each has. */
export async function viewRoom(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<RoomView>> {
  const found = await findLedExam(means.database, caller, id);
  if (!found.ok) return found;
  if (found.value.role === "mentor") return refuse({ code: "platform/not-allowed" });
  return ok(await readRoom(means, found.value.row));
}
