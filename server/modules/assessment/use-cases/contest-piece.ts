import type { ContestView } from "@echelon/contract/assessment/evidence.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { studentsOf } from "../../teaching/index.ts";
import { plainDay } from "../calendar-day.ts";
import { frameworkOfClass } from "../school-framework.ts";
import {
  contestsOf,
  decideContestRow,
  holdContest,
  insertContest,
} from "../store/contest-store.ts";
import { insertVoidings, readPiece } from "../store/piece-store.ts";
import { findLearner, findLedClass } from "./find-learner.ts";
import { refoldMastery } from "./refold-mastery.ts";

const contestsMax = 500;

/** Somebody says that a piece of the own evidence is wrong. It counts until that is decided. */
export async function contestPiece(
  { database, clock, newId }: Means,
  caller: Caller,
  piece: string,
  text: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const row = await readPiece(tx, piece);
    if (row === undefined || row.person_id !== caller.person)
      return refuse({ code: "assessment/no-such-piece" });
    if (row.reason !== null) return refuse({ code: "assessment/piece-not-counted" });
    const isMade = await insertContest(tx, {
      id: newId(),
      piece_id: piece,
      person_id: caller.person,
      text,
      made_at: clock.now(),
      state: "open",
      answer: "",
      decided_by: null,
      decided_at: null,
    });
    return isMade ? ok(undefined) : refuse({ code: "assessment/already-contested" });
  });
}

/** What the students of a class say against their evidence. */
export async function listContests(
  { database }: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<ContestView[]>> {
  const found = await findLedClass(database, caller, classId);
  if (!found.ok) return found;
  const students = await studentsOf(database, classId);
  const names = new Map(students.map(({ person, name }) => [person, name]));
  const { view } = await frameworkOfClass(database, classId);
  const competencies = new Map(view.competencies.map(({ id, name }) => [id, name]));
  const rows = await contestsOf(database, [...names.keys()], contestsMax);
  return ok(
    rows.map((row) => ({
      id: row.id,
      person: row.person_id,
      name: names.get(row.person_id) ?? "",
      piece: row.piece_id,
      competency: row.competency,
      competencyName: competencies.get(row.competency) ?? { zh: "", en: "" },
      text: row.text,
      madeAt: plainDay(row.made_at),
      state: row.state,
      answer: row.answer,
    })),
  );
}

/** A teacher keeps a contested piece or voids it, and says why; voiding folds the log anew. */
export async function decideContest(
  { database, clock }: Means,
  caller: Caller,
  contest: string,
  { verdict, answer }: { readonly verdict: "keep" | "void"; readonly answer: string },
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const row = await holdContest(tx, contest);
    const learner = row && (await findLearner(tx, caller, row.person_id));
    if (row === undefined || !learner?.ok || !learner.value.mayDecide)
      return refuse({ code: "assessment/no-such-contest" });
    if (row.state !== "open") return refuse({ code: "assessment/contest-decided" });
    const at = clock.now();
    if (verdict === "void") {
      const piece = await readPiece(tx, row.piece_id);
      if (piece === undefined || piece.reason !== null)
        return refuse({ code: "assessment/piece-not-counted" });
      const by = caller.person;
      const reason = "contested";
      await insertVoidings(tx, [{ piece_id: piece.id, reason, note: answer, by_id: by, at }]);
      await refoldMastery(tx, [{ person: piece.person_id, competency: piece.competency }]);
    }
    await decideContestRow(tx, contest, {
      state: verdict === "void" ? "voided" : "kept",
      answer,
      decided_by: caller.person,
      decided_at: at,
    });
    return ok(undefined);
  });
}
