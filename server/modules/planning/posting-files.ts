/** Files of postings on the command line: read row by row, classified in two passes. */
import { once } from "node:events";
import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { postingLineReader } from "@echelon/connectors/postings/read-postings-lines.ts";
import type { ImportCounts } from "@echelon/contract/planning/imports.ts";
import { streamedRowsMax } from "@echelon/contract/planning/posting-limits.ts";
import {
  ClassifiedPosting,
  type PostingMapping,
  PostingRecord,
  type RowProblem,
} from "@echelon/contract/planning/posting-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { fromIso } from "@echelon/kernel/calendar/day.ts";
import { classifyPosting } from "@echelon/kernel/planning/demand/classify-posting.ts";
import {
  echelonPlaceOf,
  payThird,
  payThirds,
} from "@echelon/kernel/planning/demand/echelon-points.ts";
import type { PostingModel } from "@echelon/kernel/planning/demand/posting-model.ts";
import { cityOf } from "./city-names.ts";
import { doubleKeys, plainEnterprise } from "./posting-row.ts";
import { cutterName, modelOf } from "./posting-texts.ts";
import { run as groupBlocks } from "./threads/group-postings.ts";
import { run as readFileWhole } from "./threads/read-postings.ts";

/** What hears of a file while it is gone through. */
export interface PostingsListener<Row> {
  take(row: Row): void;
  refuse(problem: RowProblem): void;
  /** Every ten thousand rows, and at the end. */
  tell(rows: number): void;
}

const tellEvery = 10_000;
const tooLarge = refuse({ code: "planning/import-too-large", facts: { rowsMax: streamedRowsMax } });

/**
 * Lines of a file, one after the other; a million of them need no more memory than a few. Only a
 * line feed ends one: the separators of Unicode, at which `readline` cuts too, stand inside texts.
 */
async function* linesOf(file: string): AsyncGenerator<{ line: string; number: number }> {
  let number = 0;
  let rest = "";
  for await (const chunk of createReadStream(file, "utf8")) {
    const lines = `${rest}${chunk as string}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      number += 1;
      if (line.trim() !== "") yield { line: number === 1 ? bare(line) : line, number };
    }
  }
  if (rest.trim() !== "") yield { line: number === 0 ? bare(rest) : rest, number: number + 1 };
}

/** Without the mark of byte order that some programs begin a file with. */
const bare = (line: string): string => line.replace(/^\uFEFF/, "");

async function isLines(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const start = bytesRead > 3 && buffer[0] === 0xef ? 3 : 0;
    return buffer[start] === 0x7b;
  } finally {
    await handle.close();
  }
}

/**
 * Reads a file of any form into records. Lines of JSON are streamed; a table is held to the limits
 * of an upload.
 */
export async function readPostingsOf(
  file: string,
  mapping: PostingMapping,
  today: string,
  listener: PostingsListener<PostingRecord>,
): Promise<Outcome<ImportCounts>> {
  if (!(await isLines(file))) {
    const read = readFileWhole({ bytes: readFileSync(file), mapping, today });
    if (!read.ok) return read;
    const { rows, records, problems } = read.value;
    for (const record of records) listener.take(record);
    for (const problem of problems) listener.refuse(problem);
    listener.tell(rows);
    return ok({ rows, taken: records.length, refused: rows - records.length, seen: 0 });
  }
  const read = postingLineReader(mapping, { today, cityOf });
  const counts = { rows: 0, taken: 0, refused: 0, seen: 0 };
  for await (const { line, number } of linesOf(file)) {
    counts.rows += 1;
    if (counts.rows > streamedRowsMax) return tooLarge;
    const reading = read(line, number);
    if (reading.ok) {
      counts.taken += 1;
      listener.take(reading.record);
    } else {
      counts.refused += 1;
      for (const problem of reading.problems) listener.refuse(problem);
    }
    if (counts.rows % tellEvery === 0) listener.tell(counts.rows);
  }
  listener.tell(counts.rows);
  return ok(counts);
}

/** What is kept of each posting between the passes: no text. */
interface Kept {
  readonly row: number;
  readonly block: string;
  readonly titleKey: string;
  readonly textHash: bigint | null;
  readonly day: number | null;
  readonly cell: string | null;
  readonly pay: number | null;
  readonly points: number;
}

type FirstPass = Omit<ClassifiedPosting, "group" | "groupSize" | "windows" | "echelon">;

/**
 * Classifies a file of records. What a row is worth hangs on all others, on its doubles and on the
 * pay of its city and role, so the first pass keeps texts in a file beside.
 */
export async function classifyPostingsOf(
  file: string,
  listener: PostingsListener<ClassifiedPosting>,
): Promise<Outcome<ImportCounts>> {
  const folder = await mkdtemp(join(tmpdir(), "echelon-postings-"));
  try {
    const between = join(folder, "classified.jsonl");
    const kept: Kept[] = [];
    const counts = await firstPass(file, between, kept, listener);
    if (counts === null) return tooLarge;
    await secondPass(between, kept, listener);
    return ok(counts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function firstPass(
  file: string,
  between: string,
  kept: Kept[],
  listener: PostingsListener<ClassifiedPosting>,
): Promise<ImportCounts | null> {
  const model = modelOf({});
  const output = createWriteStream(between);
  const counts = { rows: 0, taken: 0, refused: 0, seen: 0 };
  for await (const { line, number } of linesOf(file)) {
    counts.rows += 1;
    if (counts.rows > streamedRowsMax) return null;
    const record = recordIn(line);
    if (record === null) {
      counts.refused += 1;
      listener.refuse({
        row: number,
        column: "",
        code: "line-unreadable",
        value: line.slice(0, 60),
      });
      continue;
    }
    counts.taken += 1;
    const { classified, keeps } = classifyRecord(record, model);
    kept.push(keeps);
    if (!output.write(`${JSON.stringify(classified)}\n`)) await once(output, "drain");
    if (counts.rows % tellEvery === 0) listener.tell(counts.rows);
  }
  output.end();
  await finished(output);
  listener.tell(counts.rows);
  return counts;
}

function recordIn(line: string): PostingRecord | null {
  try {
    const parsed = PostingRecord.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function classifyRecord(
  record: PostingRecord,
  model: PostingModel,
): { classified: FirstPass; keeps: Kept } {
  const { gate, roles, echelon, ...found } = classifyPosting(record, model);
  const { description: _, enterprise, ...facts } = record;
  const [best, second] = roles;
  const classified: FirstPass = {
    ...facts,
    isRelevant: gate.isRelevant,
    gateScore: gate.score,
    gateWords: [...gate.hits],
    role: best?.role ?? null,
    secondRole: second?.role ?? null,
    confidence: found.confidence,
    isUncertain: found.isUncertain,
    competencies: [...found.competencies],
    titles: [...(best?.titles ?? [])],
    words: (best?.words ?? []).map(({ word, share }) => ({ word: word.slice(0, 60), share })),
    model: 0,
    cutter: cutterName,
  };
  // A name stands for itself here: nothing of it is kept or printed.
  const keys = doubleKeys(record, plainEnterprise(enterprise) || null);
  const { salaryMinMinor: low, salaryMaxMinor: high } = record;
  const keeps = {
    row: record.row,
    block: keys.block,
    titleKey: keys.title_key,
    textHash: keys.text_hash,
    day: record.postedOn === null ? null : fromIso(record.postedOn),
    cell: best === undefined ? null : `${record.city ?? record.citySaid}|${best.role}`,
    pay: low === null || high === null ? null : Math.floor((low + high) / 2),
    points: echelon.years + echelon.title + echelon.leading,
  };
  return { classified, keeps };
}

async function secondPass(
  between: string,
  kept: readonly Kept[],
  listener: PostingsListener<ClassifiedPosting>,
): Promise<void> {
  const sightings = kept.map(({ row, ...sighting }) => ({ ...sighting, id: rowId(row) }));
  const groups = new Map(groupBlocks(sightings).map((grouped) => [grouped.id, grouped]));
  const pays = new Map(
    [...Map.groupBy(kept, ({ cell }) => cell)].map(([cell, of]) => [
      cell,
      payThirds(of.flatMap(({ pay }) => (pay === null ? [] : [pay]))),
    ]),
  );
  const { echelons } = modelOf({}).texts;
  let at = 0;
  for await (const { line } of linesOf(between)) {
    const { row, cell, pay, points } = kept[at]!;
    at += 1;
    const group = groups.get(rowId(row))!;
    const place = echelonPlaceOf(points, payThird(pay, pays.get(cell) ?? null));
    listener.take({
      ...(JSON.parse(line) as FirstPass),
      group: Number(group.group_id),
      groupSize: group.group_size,
      windows: group.windows,
      echelon: cell === null ? null : (echelons[place] ?? null),
    });
  }
}

const rowDigits = 12;
const rowId = (row: number): string => String(row).padStart(rowDigits, "0");

/** The shapes of both sides of these commands. */
export const postingShapes = { record: PostingRecord, classified: ClassifiedPosting };
