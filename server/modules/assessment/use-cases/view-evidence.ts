import {
  type CompetencyEvidence,
  type PieceView,
  piecesShownMax,
} from "@echelon/contract/assessment/evidence.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { afterPiece, masteryOn, unseen } from "@echelon/kernel/assessment/mastery/mastery.ts";
import { toIso } from "@echelon/kernel/calendar/day.ts";
import { microOfWhole } from "@echelon/kernel/assessment/evidence/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { seasonNames } from "../../practice/index.ts";
import { type Difficulties, difficultiesInUse } from "../difficulties.ts";
import type { PieceDetail } from "../practice-pieces.ts";
import { frameworkOfPerson } from "../school-framework.ts";
import { bandRuleOf, standingOf } from "../standings.ts";
import { contestsOfPieces } from "../store/contest-store.ts";
import { examNames } from "../store/exam-store.ts";
import { courseContexts } from "../course-context.ts";
import { piecesOfCompetency, readMastery } from "../store/piece-store.ts";
import type { ContestTable } from "../store/schema.ts";
import { findLearner } from "./find-learner.ts";
import { foldable } from "./refold-mastery.ts";

type Known = Awaited<ReturnType<typeof piecesOfCompetency>>[number];
interface Step {
  readonly before: number;
  readonly after: number;
}

/** Every piece of somebody's evidence for one competency, with what it opens to and changed. */
export async function viewEvidence(
  { database, clock }: Means,
  caller: Caller,
  person: string,
  competency: string,
): Promise<Outcome<CompetencyEvidence>> {
  const found = await findLearner(database, caller, person);
  if (!found.ok) return found;
  const framework = await frameworkOfPerson(database, person);
  if (bandRuleOf(framework, competency) === undefined)
    return refuse({ code: "assessment/unknown-competency" });
  const all = await piecesOfCompetency(database, person, competency);
  const steps = stepsOf(all, await difficultiesInUse(database));
  const shown = all.slice(-piecesShownMax).toReversed();
  const contests = await contestsOfPieces(
    database,
    shown.map(({ id }) => id),
  );
  const contexts = shown.map((piece) => piece.context_id);
  const names = new Map([
    ...(await seasonNames(database, contexts)),
    ...(await examNames(database, contexts)),
  ]);
  const courses = courseContexts(caller.locale);
  const contextOf = ({ context_kind: kind, context_id: id }: Known) => {
    const course = courses.get(id);
    return { kind, id, name: course?.name ?? names.get(id) ?? "", course: course?.slug ?? null };
  };
  const row = (await readMastery(database, [person])).find((one) => one.competency === competency);
  return ok({
    person,
    name: found.value.name,
    competency,
    standing: row === undefined ? null : standingOf(framework, row, clock.now()),
    mayContest: found.value.isSelf,
    pieces: shown.map((piece) =>
      viewOf(piece, steps.get(piece.id), contests.get(piece.id), contextOf(piece)),
    ),
  });
}

/** The chance of reaching the rule before and after each piece that counts, whole percent. */
function stepsOf(pieces: readonly Known[], difficulties: Difficulties): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  const percent = (of: typeof unseen, day: number) => Math.floor(100 * masteryOn(of, day) + 0.5);
  let state = unseen;
  for (const piece of pieces) {
    if (piece.reason !== null) continue;
    const before = percent(state, piece.day);
    state = afterPiece(state, foldable(piece, difficulties));
    steps.set(piece.id, { before, after: percent(state, piece.day) });
  }
  return steps;
}

function viewOf(
  piece: Known,
  step: Step | undefined,
  contest: ContestTable | undefined,
  context: PieceView["context"],
): PieceView {
  const { store, mean, share, shown } = piece.detail as PieceDetail;
  return {
    id: piece.id,
    kind: piece.kind,
    day: toIso(piece.day),
    context,
    markets: piece.markets,
    store,
    events: piece.events,
    isWhole: piece.is_whole,
    weight: piece.weight,
    outcome: piece.outcome_micro / microOfWhole,
    mean,
    share,
    shown: shown.map((event) => ({ ...event, decisions: [...event.decisions] })),
    before: step?.before ?? null,
    after: step?.after ?? null,
    state: piece.reason ?? "counted",
    note: piece.note ?? "",
    contest:
      contest === undefined
        ? null
        : {
            id: contest.id,
            state: contest.state,
            text: contest.text,
            answer: contest.answer,
          },
  };
}
