import type { AppealFile, AppealView, OwnAppeals } from "@echelon/contract/assessment/appeals.ts";
import {
  appealsMax,
  filePiecesMax,
  fileRatersMax,
} from "@echelon/contract/assessment/appeal-limits.ts";
import type { CertificateDecision } from "@echelon/contract/assessment/certificates.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { appealDays, lastDayAfter } from "@echelon/kernel/assessment/certificate/appeal.ts";
import { microOfWhole } from "@echelon/kernel/assessment/evidence/outcome.ts";
import { toIso } from "@echelon/kernel/calendar/day.ts";
import type { z } from "zod";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { seasonNames } from "../../practice/index.ts";
import { classesOf, classNames } from "../../teaching/index.ts";
import { filePieces } from "../appeal-file.ts";
import { matterOf, mattersOf } from "../appeal-matters.ts";
import { chinaDay } from "../calendar-day.ts";
import { courseContexts } from "../course-context.ts";
import { membersOf, panelSides } from "../panel-seats.ts";
import { frameworkOfVersion } from "../school-framework.ts";
import {
  appealableOf,
  appealsIn,
  appealsOfMember,
  appealsOfPerson,
  readAppeal,
} from "../store/appeal-store.ts";
import { examNames } from "../store/exam-store.ts";
import type { AppealMatter, AppealPlace } from "./find-appeal.ts";
import { goesOnUntil, isOverdue, placeOf } from "./find-appeal.ts";

const dayMillis = 86_400_000;

/** The caller's appeals, and the decisions that can still be appealed. */
export async function viewOwnAppeals(
  { database, clock }: Means,
  caller: Caller,
): Promise<Outcome<z.output<typeof OwnAppeals>>> {
  const now = clock.now();
  const rows = await appealsOfPerson(database, caller.person, appealsMax);
  // A day more than there are, since the last one ends by China's clock.
  const since = new Date(now.getTime() - (appealDays.toAppeal + 1) * dayMillis);
  const decisions = (await appealableOf(database, caller.person, since)).map((one) => ({
    decision: one.id,
    role: one.role,
    echelon: one.echelon,
    verdict: one.verdict,
    decidedAt: one.decided_at,
    until: lastDayAfter(chinaDay(one.decided_at), appealDays.toAppeal),
  }));
  return ok({
    appeals: await viewsOf(database, caller, await mattersOf(database, rows), now),
    decisions: decisions
      .filter(({ until }) => chinaDay(now) <= until)
      .map((one) => ({ ...one, until: toIso(one.until) })),
  });
}

/** What waits for the caller, the latest first, and what they had a hand in deciding. */
export async function listAppeals(
  { database, clock }: Means,
  caller: Caller,
): Promise<Outcome<AppealView[]>> {
  const now = clock.now();
  const classes = [...(await classesOf(database, caller))]
    .filter(([, role]) => role === "teacher")
    .map(([id]) => id);
  const schools = caller.roles
    .filter(({ role }) => role === "head")
    .map(({ organisation }) => organisation);
  const rows = [
    ...(await appealsOfMember(database, caller.person, appealsMax)),
    ...(await appealsIn(database, { classes, schools }, appealsMax)),
  ].filter((row) => row.person_id !== caller.person);
  const once = [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, appealsMax);
  const views = await viewsOf(database, caller, await mattersOf(database, once), now);
  // Who took part in a decision has no say in an appeal against it; a head sees that it is late.
  const isHeaded = new Set(
    once.flatMap((row) => (schools.includes(row.school_id) || row.state !== "open" ? row.id : [])),
  );
  return ok(views.filter(({ id, may }) => may.length > 0 || isHeaded.has(id)));
}

/** All that a decision rested on, for who appeals and who decides. */
export async function viewFile(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<AppealFile>> {
  const sql = means.database;
  const row = await readAppeal(sql, id);
  if (row === undefined) return refuse({ code: "assessment/no-such-appeal" });
  const matter = await matterOf(sql, row);
  const now = means.clock.now();
  const place = await placeOf(sql, caller, matter, now);
  if (!place.isSeen) return refuse({ code: "assessment/no-such-appeal" });
  const { decision } = matter;
  const { pieces, raters, isWhole } = await filePieces(sql, decision);
  const numbers = new Map(raters.map((rater, at) => [rater, at + 1]));
  const raterNames = place.isMember ? await personNames(sql, raters) : new Map<string, string>();
  const { view } = await frameworkOfVersion(sql, decision.framework_version);
  const competencies = new Map(view.competencies.map((one) => [one.id, one.name]));
  const shown = pieces.slice(-filePiecesMax);
  const contexts = [...new Set(shown.map((piece) => piece.context_id))];
  const names = new Map([
    ...(await seasonNames(sql, contexts)),
    ...(await examNames(sql, contexts)),
    ...[...courseContexts(caller.locale)].map(([of, { name }]) => [of, name] as const),
  ]);
  return ok({
    appeal: await viewOfAppeal(means, sql, caller, matter),
    decision: {
      verdict: decision.verdict,
      missing: decision.missing as CertificateDecision["missing"],
      holds: decision.holds as CertificateDecision["holds"],
    },
    frameworkVersion: decision.framework_version,
    evidenceHash: decision.evidence_hash,
    isWhole,
    pieces: shown.map((piece) => ({
      id: piece.id,
      competency: piece.competency,
      competencyName: competencies.get(piece.competency) ?? { zh: "", en: "" },
      kind: piece.kind,
      day: toIso(piece.day),
      context: names.get(piece.context_id) ?? "",
      events: piece.events,
      outcome: piece.outcome_micro / microOfWhole,
      rater: piece.rater_id === null ? null : (numbers.get(piece.rater_id) ?? null),
      state: piece.reason ?? "counted",
    })),
    piecesAll: pieces.length,
    raters: raters.slice(0, fileRatersMax).map((rater, at) => ({
      number: at + 1,
      name: place.isMember ? (raterNames.get(rater) ?? "") : null,
      pieces: pieces.filter((piece) => piece.rater_id === rater).length,
    })),
  });
}

export async function viewOfAppeal(
  { clock }: Pick<Means, "clock">,
  sql: Sql,
  caller: Caller,
  matter: AppealMatter,
): Promise<AppealView> {
  const [view] = await viewsOf(sql, caller, [matter], clock.now());
  if (view === undefined) throw new Error("an appeal without a view");
  return view;
}

async function viewsOf(
  sql: Sql,
  caller: Caller,
  matters: readonly AppealMatter[],
  now: Date,
): Promise<AppealView[]> {
  const people = matters.flatMap(({ row, seats, findings }) => [
    row.person_id,
    ...seats.map((seat) => seat.person_id),
    ...findings.map((one) => one.person_id),
  ]);
  const names = await personNames(sql, [...new Set(people)]);
  const classes = await classNames(sql, [...new Set(matters.map(({ row }) => row.class_id))]);
  const views: AppealView[] = [];
  for (const matter of matters) {
    const place = await placeOf(sql, caller, matter, now);
    const className = classes.get(matter.row.class_id) ?? "";
    views.push(viewOf(matter, place, { names, className, caller, now }));
  }
  return views;
}

interface Told {
  readonly names: ReadonlyMap<string, string>;
  readonly className: string;
  readonly caller: Caller;
  readonly now: Date;
}

function viewOf(matter: AppealMatter, { rights }: AppealPlace, told: Told): AppealView {
  const { row, decision, revised, findings } = matter;
  const until = goesOnUntil(matter);
  return {
    id: row.id,
    decision: decision.id,
    person: row.person_id,
    name: told.names.get(row.person_id) ?? "",
    className: told.className,
    role: decision.role,
    echelon: decision.echelon,
    verdict: decision.verdict,
    decidedAt: decision.decided_at,
    step: row.step === 2 ? 2 : 1,
    ground: row.ground,
    text: row.text,
    madeAt: row.made_at,
    dueOn: toIso(row.due_on),
    isOverdue: isOverdue(row, told.now),
    state: row.state,
    endedAt: row.ended_at,
    seats: row.step === 2 ? seatsOf(matter, told) : [],
    // As long as not all of a panel have answered, nobody sees what another one found.
    answers:
      row.state === "open"
        ? []
        : findings.map((one) => ({
            name: told.names.get(one.person_id) ?? "",
            side: one.side,
            outcome: one.outcome,
            text: one.text,
            at: one.at,
          })),
    revised: revised === undefined ? null : { id: revised.id, verdict: revised.verdict },
    goesOnUntil: until !== null && chinaDay(told.now) <= until ? toIso(until) : null,
    may: [...rights],
  };
}

function seatsOf({ seats, findings }: AppealMatter, { names, caller }: Told): AppealView["seats"] {
  const members = membersOf(seats);
  return panelSides.map((side) => {
    const seat = members.find((one) => one.side === side);
    return {
      side,
      name: seat === undefined ? null : (names.get(seat.person_id) ?? ""),
      hasAnswered: findings.some((one) => one.person_id === seat?.person_id),
      isMine: seat?.person_id === caller.person,
    };
  });
}
