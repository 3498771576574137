import type { PaperBlock, PaperDocument } from "@echelon/connectors/paper/paper-document.ts";
import type { GradePartId } from "@echelon/contract/assessment/gradebook-limits.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import { classAccess, classNames } from "../../teaching/index.ts";
import { plainDay } from "../calendar-day.ts";
import {
  type ComposedGradebook,
  composeGradebook,
  type FrozenGrade,
  frozenGrade,
} from "../compose-gradebook.ts";
import { bandWords, partWords, reportWords } from "../grade-words.ts";
import type { AssessmentMeans } from "../means.ts";
import { frameworkOfClass } from "../school-framework.ts";
import { standingOf } from "../standings.ts";
import { lastPublished } from "../store/gradebook-store.ts";
import { readMastery } from "../store/piece-store.ts";

const thread = new URL(import.meta.resolve("@echelon/connectors/paper/paper-thread.ts"));
const leading: readonly string[] = ["teacher", "assistant"];

/**
 * One student's report on paper. The student has what was published; who leads the class has it as
 * it stands now, to look at before.
 */
export async function reportGrade(
  means: AssessmentMeans,
  caller: Caller,
  classId: string,
  person: string,
  language: Locale,
): Promise<Outcome<FileAnswer>> {
  const role = await classAccess(means.database, caller, classId);
  if (role === null) return refuse({ code: "teaching/no-such-class" });
  const leads = leading.includes(role);
  if (!leads && person !== caller.person) return refuse({ code: "assessment/no-such-person" });
  const book = await composeGradebook(means, classId);
  const row = book.rows.find((one) => one.person === person);
  if (row === undefined) return refuse({ code: "assessment/no-such-person" });
  const told = (await lastPublished(means.database, classId)).get(person);
  const grade = leads ? frozenGrade(book, row) : ((told?.grade as FrozenGrade | undefined) ?? null);
  if (grade === null) return refuse({ code: "assessment/nothing-graded" });
  const madeAt = means.clock.now();
  const className = (await classNames(means.database, [classId])).get(classId) ?? "";
  const say = (key: keyof typeof reportWords) => reportWords[key][language];
  const document: PaperDocument = {
    language,
    title: say("title"),
    subtitle: [row.name, row.number, className].filter(Boolean).join(" · "),
    author: className,
    madeAt,
    foot: `Echelon · ${plainDay(madeAt)}`,
    blocks: [
      ...gradeBlocks(grade, leads ? null : (told?.published_at ?? null), language),
      ...seasonBlocks(book, person, language),
      ...(await competencyBlocks(means, { classId, person }, language)),
      { kind: "note", text: say("state") },
    ],
  };
  const made = await means.fileDesk.hand<PaperDocument, Uint8Array>(thread, document);
  if (!made.ok) return made;
  const name = `${say("title")} ${row.name}.pdf`;
  return ok({ body: made.value, mediaType: "application/pdf", name });
}

const points = (tenths: number | null) => (tenths === null ? "–" : (tenths / 10).toFixed(1));

/** @param publishedAt  null of a grade as it stands now */
function gradeBlocks(grade: FrozenGrade, publishedAt: Date | null, language: Locale): PaperBlock[] {
  const say = (key: keyof typeof reportWords) => reportWords[key][language];
  const facts: (readonly [string, string])[] = [
    [say("grade"), `${points(grade.tenths)}  ${say(grade.hasPassed ? "passed" : "failed")}`],
    [say("passAt"), points(grade.passTenths)],
  ];
  if (publishedAt !== null) facts.push([say("published"), plainDay(publishedAt)]);
  if (grade.worked !== grade.tenths) facts.push([say("worked"), points(grade.worked)]);
  if (grade.factorMilli !== null)
    facts.push([say("factor"), (grade.factorMilli / 1_000).toFixed(2)]);
  if (grade.comment !== "") facts.push([say("comment"), grade.comment]);
  const nameOf = (part: string, own: string | null) =>
    own ?? partWords[part as GradePartId][language];
  const noteOf = ({ isEmpty, tenths, weight }: FrozenGrade["cells"][number]) =>
    weight === 0 ? "" : isEmpty ? say("nobody") : tenths === null ? say("nothing") : "";
  return [
    { kind: "facts", facts },
    { kind: "heading", text: say("parts") },
    {
      kind: "table",
      columns: [
        { heading: say("part"), parts: 3 },
        { heading: say("weight"), parts: 1.4, isNumber: true },
        { heading: say("points"), parts: 1.2, isNumber: true },
        { heading: say("note"), parts: 4 },
      ],
      rows: grade.cells
        .filter(({ weight, tenths }) => weight > 0 || tenths !== null)
        .map((cell) => [
          nameOf(cell.part, cell.name),
          String(cell.weight),
          points(cell.tenths),
          noteOf(cell),
        ]),
    },
  ];
}

function seasonBlocks(book: ComposedGradebook, person: string, language: Locale): PaperBlock[] {
  const say = (key: keyof typeof reportWords) => reportWords[key][language];
  const counted = new Set(book.seasons.filter(({ counts }) => counts).map(({ id }) => id));
  const rows = book.gathered.seasons
    .filter(({ season }) => counted.has(season))
    .flatMap(({ name, day, days, results }) =>
      results
        .filter((one) => one.person === person)
        .map((one) => [
          `${name} (${day}/${days})`,
          one.store,
          String(one.place),
          points(one.scoreMilli < 0 ? null : one.scoreMilli),
          `${one.ownDays}/${day}`,
        ]),
    );
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: say("seasons") },
    {
      kind: "table",
      columns: [
        { heading: say("season"), parts: 3 },
        { heading: say("store"), parts: 3 },
        { heading: say("place"), parts: 1, isNumber: true },
        { heading: say("score"), parts: 1, isNumber: true },
        { heading: say("days"), parts: 1.6, isNumber: true },
      ],
      rows,
    },
  ];
}

async function competencyBlocks(
  { database, clock }: AssessmentMeans,
  { classId, person }: { readonly classId: string; readonly person: string },
  language: Locale,
): Promise<PaperBlock[]> {
  const say = (key: keyof typeof reportWords) => reportWords[key][language];
  const framework = await frameworkOfClass(database, classId);
  const names = new Map(framework.view.competencies.map((one) => [one.id, one.name]));
  const rows = (await readMastery(database, [person]))
    .flatMap((row) => standingOf(framework, row, clock.now()) ?? [])
    .toSorted((a, b) => (a.competency < b.competency ? -1 : 1))
    .map(({ competency, band, pieces }) => [
      `${competency} ${names.get(competency)?.[language] ?? ""}`,
      bandWords[band][language],
      String(pieces),
    ]);
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: say("competencies") },
    {
      kind: "table",
      columns: [
        { heading: say("competency"), parts: 5 },
        { heading: say("standing"), parts: 2 },
        { heading: say("pieces"), parts: 1, isNumber: true },
      ],
      rows,
    },
  ];
}
