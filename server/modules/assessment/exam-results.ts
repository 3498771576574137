import type { ItemView, PersonResult, ResultsView } from "@echelon/contract/assessment/exams.ts";
import {
  type ExamItem,
  type ItemAnswer,
  itemStatistics,
} from "@echelon/kernel/assessment/questions/item-statistics.ts";
import type { Means } from "../../platform/module.ts";
import { checklistOf } from "../practice/index.ts";
import { headOf, wordsOf } from "./bank-question.ts";
import { seatState, type Sitter, sittersOf } from "./exam-room.ts";
import { askedOfPaper, earnedOf, isPassed } from "./mark-sitting.ts";
import { examQuestions, examResults } from "./store/exam-store.ts";
import type { ExamQuestionTable, ExamTable, SittingAnswerTable } from "./store/schema.ts";
import { answersOf } from "./store/sitting-store.ts";

/** Millionths of points in a hundredth of one. */
const microOfCenti = 10_000;
export const centiOf = (micro: number): number => Math.floor(micro / microOfCenti + 0.5);

export const pointsOfUnits = (units: readonly { readonly points: number }[]): number =>
  units.reduce((sum, { points }) => sum + points, 0);

/** What everybody reached, and how the questions did. */
export async function readResults(means: Means, row: ExamTable): Promise<ResultsView> {
  return row.kind === "practical" ? practicalResults(means, row) : theoryResults(means, row);
}

async function theoryResults(means: Means, row: ExamTable): Promise<ResultsView> {
  const { database, clock } = means;
  const sitters = await sittersOf(means, row);
  const sittings = sitters.flatMap(({ sitting }) => sitting ?? []);
  const answers = Map.groupBy(
    await answersOf(
      database,
      sittings.map(({ id }) => id),
    ),
    (one) => one.sitting_id,
  );
  const questions = await examQuestions(database, row.id);
  const now = clock.now();
  return {
    people: sitters.map((sitter) =>
      resultOf(row, sitter, answers.get(sitter.sitting?.id ?? "") ?? [], now),
    ),
    units: [],
    items: itemsOf(questions, sitters, answers),
  };
}

function resultOf(
  row: ExamTable,
  { person, name, number, sitting }: Sitter,
  answers: readonly SittingAnswerTable[],
  now: Date,
): PersonResult {
  const told = { person, name, number, state: seatState(sitting, 0, now), units: [] };
  if (sitting === undefined) return { ...told, reachedCenti: null, ofCenti: 0, isPassed: false };
  const [earned, asked] = [earnedOf(sitting, answers), askedOfPaper(sitting)];
  return {
    ...told,
    reachedCenti: centiOf(earned),
    ofCenti: centiOf(asked),
    isPassed: isPassed(earned, asked, row.passing),
  };
}

async function practicalResults(means: Means, row: ExamTable): Promise<ResultsView> {
  const season = await checklistOf(means, row.season_id!);
  const units = season?.units ?? [];
  const results = new Map(
    (await examResults(means.database, row.id)).map((one) => [one.person_id, one]),
  );
  const ofCenti = 100 * pointsOfUnits(units);
  const people = (await sittersOf(means, row)).map(({ person, name, number }): PersonResult => {
    const found = results.get(person);
    const told = { person, name, number, ofCenti };
    if (found === undefined)
      return { ...told, state: "absent", reachedCenti: null, isPassed: false, units: [] };
    return {
      ...told,
      state: "handed-in",
      reachedCenti: Math.floor((found.reached_bp * ofCenti) / 10_000),
      isPassed: found.reached_bp >= row.passing * 100,
      units: [...found.units],
    };
  });
  return { people, units: units.map((unit) => ({ ...unit })), items: [] };
}

type Questions = ReadonlyMap<string, ExamQuestionTable>;

const choicesOf = ({ body }: ExamQuestionTable) =>
  body.type === "single-choice" || body.type === "multiple-choice" ? body.answers : [];

function itemsOf(
  questions: Questions,
  sitters: readonly Sitter[],
  answers: ReadonlyMap<string, readonly SittingAnswerTable[]>,
): ItemView[] {
  const points = new Map<string, number>();
  for (const { sitting } of sitters)
    for (const { id, pointsMicro } of sitting?.paper ?? []) points.set(id, pointsMicro);
  const asked = [...questions.values()].filter(({ question }) => points.has(question));
  const items = asked.map((one): ExamItem => ({
    pointsMicro: points.get(one.question)!,
    optionShares: choicesOf(one).map(({ shareMicro }) => shareMicro),
  }));
  const rows = sitters.flatMap(({ sitting }) => {
    if (sitting === undefined) return [];
    const given = new Map((answers.get(sitting.id) ?? []).map((one) => [one.place, one]));
    const places = new Map(sitting.paper.map(({ id }, place) => [id, place]));
    return [asked.map(({ question }) => itemAnswer(places.get(question), given))];
  });
  return itemStatistics(items, rows).map(({ options, ...found }, at) => {
    const one = asked[at]!;
    const { type, asks } = headOf(one.body, one.topics);
    const { people, facility, discrimination, flags } = found;
    return {
      question: one.question,
      type,
      asks,
      topics: [...one.topics],
      people,
      facility,
      discrimination,
      flags: [...flags],
      options: choicesOf(one).map(({ text, shareMicro }, place) => ({
        text: wordsOf(text),
        isRight: shareMicro > 0,
        chosen: options[place]!.chosen,
        meanRest: options[place]!.meanRest,
      })),
    };
  });
}

/** What somebody did with a question; null of one that was not asked, or waits for its mark. */
function itemAnswer(
  place: number | undefined,
  given: ReadonlyMap<number, SittingAnswerTable>,
): ItemAnswer | null {
  if (place === undefined) return null;
  const answer = given.get(place);
  if (answer === undefined) return { shareMicro: 0, chosen: [] };
  if (answer.share_micro === null) return null;
  const said = answer.answer;
  const chosen = said !== null && "chosen" in said ? said.chosen : [];
  return { shareMicro: answer.share_micro, chosen };
}
