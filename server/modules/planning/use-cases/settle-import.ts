import { fromIso } from "@echelon/kernel/calendar/day.ts";
import {
  echelonPlaceOf,
  payThird,
  payThirds,
} from "@echelon/kernel/planning/demand/echelon-points.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import { runLong } from "../../../platform/threads/run-long.ts";
import { settleImportKind, type SettleImportPayload } from "../jobs.ts";
import { changeImport, lockImport } from "../store/import-store.ts";
import { learnedWords } from "../store/label-store.ts";
import {
  nextBlocks,
  nextRows,
  payCells,
  postingsOfCell,
  sightingsIn,
  writeClasses,
  writeEchelons,
  writeGroups,
} from "../store/posting-store.ts";
import type { ClassifiedRow, ClassifyInput } from "../threads/classify-postings.ts";
import type { BlockedSighting, GroupedPosting } from "../threads/group-postings.ts";

const classifyThread = new URL("../threads/classify-postings.ts", import.meta.url);
const groupThread = new URL("../threads/group-postings.ts", import.meta.url);

/** Rows and blocks of one step: a few seconds of work, and lost with a killed process. */
export const rowsAtOnce = 5_000;
const blocksAtOnce = 2_000;

type Run = JobRun<SettleImportPayload>;

/**
 * One step of sorting an import: its next rows are classified; after the last of them doubles are
 * grouped, block by block; at last echelons are given, which hang on the pay of all others. Each
 * step asks for the next one in its transaction, so a killed process loses one step.
 */
export async function settleImport(means: Means, run: Run): Promise<void> {
  const row = await lockImport(run.tx, run.payload.import);
  if (row === undefined || row.state === "open") return;
  if (run.payload.step === "classify") await classifyNext(run);
  else if (run.payload.step === "group") await groupNext(run);
  else await rank(means, run);
}

async function classifyNext({ tx, payload, signal }: Run): Promise<void> {
  const { import: id, model, from } = payload;
  const rows = await nextRows(tx, id, Number(from), rowsAtOnce);
  const last = rows.at(-1);
  if (last === undefined) {
    await enqueue(tx, settleImportKind, { ...payload, step: "group", from: "" });
    return;
  }
  const postings = rows.map(({ id: posting, title, description, years_min: yearsMin }) => {
    return { id: posting, title, description, yearsMin };
  });
  const classified = await runLong<ClassifyInput, ClassifiedRow[]>(
    classifyThread,
    { learned: await learnedWords(tx, model), postings },
    { signal },
  );
  await writeClasses(tx, classified, model);
  await changeImport(tx, id, { done: last.row_number });
  await enqueue(tx, settleImportKind, { ...payload, from: String(last.row_number) });
}

async function groupNext({ tx, payload, signal }: Run): Promise<void> {
  const blocks = await nextBlocks(tx, payload.import, payload.from, blocksAtOnce);
  const last = blocks.at(-1);
  if (last === undefined) {
    await enqueue(tx, settleImportKind, { ...payload, step: "rank", from: "" });
    return;
  }
  const sightings = await sightingsIn(tx, blocks, fromIso);
  const grouped = await runLong<readonly BlockedSighting[], GroupedPosting[]>(
    groupThread,
    sightings,
    { signal },
  );
  await writeGroups(tx, grouped);
  await enqueue(tx, settleImportKind, { ...payload, from: last });
}

async function rank({ clock }: Means, { tx, payload }: Run): Promise<void> {
  const echelons = loadFramework().framework.echelons.map(({ id }) => id);
  for (const cell of await payCells(tx, payload.import)) {
    const postings = await postingsOfCell(tx, cell);
    const pays = postings.flatMap(({ pay }) => (pay === null ? [] : [Number(pay)]));
    const cuts = payThirds(pays);
    const placed = postings.map(({ id, points, pay, labeled }) => {
      const third = payThird(pay === null ? null : Number(pay), cuts);
      return { id, echelon: labeled ?? echelons[echelonPlaceOf(points, third)] ?? "" };
    });
    await writeEchelons(tx, placed);
  }
  await changeImport(tx, payload.import, { state: "settled", settled_at: clock.now() });
}
