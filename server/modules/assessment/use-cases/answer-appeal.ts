import type { AnswerAppealRequest, AppealView } from "@echelon/contract/assessment/appeals.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { credentialLimits } from "@echelon/contract/exchange/credential-limits.ts";
import {
  type AppealFinding,
  findTogether,
  panelSize,
  voidedPieces,
} from "@echelon/kernel/assessment/certificate/appeal.ts";
import type { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { askForSchool, credentialsFor } from "../../exchange/index.ts";
import { seasonsPlayedBy } from "../../practice/index.ts";
import { type FilePieces, filePieces } from "../appeal-file.ts";
import { matterOf } from "../appeal-matters.ts";
import { judge, writeDecision } from "../judge-certificate.ts";
import { membersOf } from "../panel-seats.ts";
import { frameworkOfVersion } from "../school-framework.ts";
import type { AppealFindingTable } from "../store/appeal-schema.ts";
import { endAppeal, holdAppeal, insertFinding } from "../store/appeal-store.ts";
import { holdVersion } from "../store/difficulty-store.ts";
import { holdPeople, insertVoidings } from "../store/piece-store.ts";
import { writeConflict } from "../store/rating-store.ts";
import type { DecisionTable } from "../store/schema.ts";
import { type AppealMatter, placeOf } from "./find-appeal.ts";
import { gatherSeason } from "./gather-season.ts";
import { refoldMastery } from "./refold-mastery.ts";
import { viewOfAppeal } from "./view-appeals.ts";

type Wish = z.output<typeof AnswerAppealRequest>;

/**
 * Somebody says what they have found. The first step is decided by it, a second one when all three
 * of the panel have answered. What is upheld is decided anew by the kernel, on what is left.
 */
export async function answerAppeal(
  means: Means,
  caller: Caller,
  id: string,
  wish: Wish,
): Promise<Outcome<AppealView>> {
  return means.database.transaction(async (tx) => {
    const row = await holdAppeal(tx, id);
    if (row === undefined) return refuse({ code: "assessment/no-such-appeal" });
    const matter = await matterOf(tx, row);
    const place = await placeOf(tx, caller, matter, means.clock.now());
    if (!place.isSeen) return refuse({ code: "assessment/no-such-appeal" });
    if (row.state !== "open") return refuse({ code: "assessment/appeal-ended" });
    if (matter.findings.some((one) => one.person_id === caller.person))
      return refuse({ code: "assessment/appeal-answered" });
    if (!place.rights.includes("answer")) return refuse({ code: "assessment/took-part" });
    const file = await filePieces(tx, matter.decision);
    const found = findingOf(file, wish);
    if (found === null) return refuse({ code: "assessment/not-in-file" });
    const seat = membersOf(matter.seats).find((one) => one.person_id === caller.person);
    const finding: AppealFindingTable = {
      appeal_id: id,
      person_id: caller.person,
      side: seat?.side ?? null,
      ...found,
      voids: [...found.voids],
      barred: [...found.barred],
      text: wish.text,
      is_read_again: wish.outcome === "upheld" && wish.isReadAgain,
      at: means.clock.now(),
    };
    await insertFinding(tx, finding);
    const findings = [...matter.findings, finding];
    if (row.step === 1 || findings.length === panelSize)
      await settle(means, tx, caller, matter, file, findings);
    const after = await holdAppeal(tx, id);
    return ok(await viewOfAppeal(means, tx, caller, await matterOf(tx, after ?? row)));
  });
}

/** What somebody names, by ids; null where the file has no such piece or rater. */
function findingOf({ pieces, raters }: FilePieces, wish: Wish): AppealFinding | null {
  if (wish.outcome === "dismissed") return { outcome: "dismissed", voids: [], barred: [] };
  const known = new Set(pieces.map((piece) => piece.id));
  if (wish.voids.some((piece) => !known.has(piece))) return null;
  const barred = wish.raters.map((number) => raters[number - 1]);
  if (barred.includes(undefined)) return null;
  return {
    outcome: "upheld",
    voids: [...new Set(wish.voids)],
    barred: [...new Set(barred.filter((one) => one !== undefined))],
  };
}

async function settle(
  means: Means,
  tx: Tx,
  caller: Caller,
  matter: AppealMatter,
  file: FilePieces,
  findings: readonly AppealFindingTable[],
): Promise<void> {
  const { row } = matter;
  const found = findTogether(findings);
  const ended = { state: found.outcome, ended_at: means.clock.now(), revised_id: null };
  if (found.outcome === "dismissed") return endAppeal(tx, row.id, ended);
  const isReadAgain = findings.filter((one) => one.is_read_again).length * 2 > findings.length;
  await amendEvidence(means, tx, caller, matter, file, found, isReadAgain);
  const revised = await decideAnew(means, tx, caller, matter);
  await endAppeal(tx, row.id, { ...ended, revised_id: revised.id });
  const credential = (await credentialsFor(tx, [row.decision_id])).get(row.decision_id);
  if (credential === undefined) return;
  const reason = findings
    .filter(({ outcome }) => outcome === "upheld")
    .map(({ text }) => text)
    .join("\n")
    .slice(0, credentialLimits.reasonCharsMax);
  await askForSchool(means, tx, credential, { by: caller.person, reason });
}

/** Voids what was found wrong, keeps its raters away from the person, and looks for what lacks. */
async function amendEvidence(
  means: Means,
  tx: Tx,
  caller: Caller,
  { row }: AppealMatter,
  { pieces }: FilePieces,
  found: AppealFinding,
  isReadAgain: boolean,
): Promise<void> {
  const at = means.clock.now();
  // In the order in which whoever folds takes them: the version, then the person.
  await holdVersion(tx, "together");
  await holdPeople(tx, [row.person_id]);
  const voided = voidedPieces(
    pieces.filter(({ reason }) => reason === null),
    found,
  );
  await insertVoidings(
    tx,
    voided.map(({ id }) => ({
      piece_id: id,
      reason: "contested",
      note: `appeal ${row.id}`,
      by_id: caller.person,
      at,
    })),
  );
  for (const rater of found.barred)
    await writeConflict(tx, {
      class_id: row.class_id,
      rater_id: rater,
      person_id: row.person_id,
      reason: "other",
      declared_by: caller.person,
      at,
    });
  const competencies = [...new Set(voided.map(({ competency }) => competency))];
  await refoldMastery(
    tx,
    competencies.map((competency) => ({ person: row.person_id, competency })),
  );
  if (!isReadAgain) return;
  for (const season of await seasonsPlayedBy(tx, row.person_id))
    await gatherSeason(means, { tx, payload: { season, branch: 0, day: 1, night: 0 } });
}

/** By the framework of the decision that is appealed, with estimates as old as they were then. */
async function decideAnew(
  means: Means,
  tx: Tx,
  caller: Caller,
  { row, decision }: AppealMatter,
): Promise<DecisionTable> {
  const framework = await frameworkOfVersion(tx, decision.framework_version);
  const { person_id, class_id, role, echelon, framework_version } = decision;
  const judged = await judge(tx, framework, person_id, decision, decision.decided_at);
  if (judged === null) throw new Error(`no certificate of ${role} at ${echelon} any more`);
  return writeDecision(tx, judged, {
    id: means.newId(),
    person_id,
    class_id,
    role,
    echelon,
    framework_version,
    decided_by: caller.person,
    decided_at: means.clock.now(),
    revises: decision.id,
    appeal_id: row.id,
  });
}
