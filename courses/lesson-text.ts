/**
 * The text of a lesson: a part of Markdown, read into blocks. What is shown, checked and edited is
 * these blocks, so one reading serves all three.
 */
import { readSum, type SumLine } from "./sum.ts";

/** A stretch of text in one style; the text of a citation is the id of its source. */
export interface Run {
  readonly style: "plain" | "bold" | "italic" | "code" | "cite";
  readonly text: string;
}

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Run[])[];
    }
  | { readonly kind: "note"; readonly paragraphs: readonly (readonly Run[])[] }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Run[])[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | { readonly kind: "picture"; readonly name: string; readonly alt: string }
  | { readonly kind: "sum"; readonly lines: readonly SumLine[] }
  | { readonly kind: "try"; readonly steps: readonly (readonly Run[])[] }
  | { readonly kind: "check"; readonly questions: readonly string[] };

/** What a line does that no lesson may do. */
export type TextFaultKind =
  | "html"
  | "link"
  | "heading"
  | "nested-list"
  | "fence"
  | "table"
  | "picture"
  | "mark"
  | "sum"
  | "try"
  | "check";

export interface TextFault {
  readonly kind: TextFaultKind;
  /** From 1. */
  readonly line: number;
}

export interface LessonText {
  readonly blocks: readonly Block[];
  readonly faults: readonly TextFault[];
}

interface Reading {
  readonly lines: readonly string[];
  readonly blocks: Block[];
  readonly faults: TextFault[];
  at: number;
}

/** Texts whose reading is kept: all that ships, and what some classes wrote, thrice over. */
const keptMax = 300;
const kept = new Map<string, LessonText>();

/**
 * Reads a text, and says all that is wrong with its form. The same text is read once: checks,
 * pages and classes ask for the blocks of the same lessons. Those that were not asked for longest
 * are read anew.
 */
export function readLessonText(text: string): LessonText {
  const known = kept.get(text) ?? parseLessonText(text);
  kept.delete(text);
  kept.set(text, known);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptMax) break;
    kept.delete(oldest);
  }
  return known;
}

function parseLessonText(text: string): LessonText {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const reading: Reading = {
    lines: lines.map((one) => one.trimEnd()),
    blocks: [],
    faults: [],
    at: 0,
  };
  while (reading.at < lines.length) readBlock(reading);
  return { blocks: reading.blocks, faults: reading.faults };
}

const fenceForm = /^```/;
const headingForm = /^(#{1,6}) +(.+)$/;
const pictureForm = /^!\[(.*)\]\(([a-z0-9-]+)\)$/;
const bulletForm = /^[-*] +(.*)$/;
const numberForm = /^\d{1,3}\. +(.*)$/;
const startForm = /^(```|#{1,6} |!\[|>|\||[-*] |\d{1,3}\. )/;

function readBlock(reading: Reading): void {
  const line = reading.lines[reading.at]!;
  if (line === "") {
    reading.at += 1;
    return;
  }
  if (fenceForm.test(line)) return readFence(reading);
  if (headingForm.test(line)) return readHeading(reading);
  if (line.startsWith("![")) return readPicture(reading);
  if (line.startsWith(">")) return readNote(reading);
  if (line.startsWith("|")) return readTable(reading);
  if (bulletForm.test(line)) return readList(reading, bulletForm, false);
  if (numberForm.test(line)) return readList(reading, numberForm, true);
  readParagraph(reading);
}

function fault({ faults }: Reading, kind: TextFaultKind, at: number): void {
  faults.push({ kind, line: at + 1 });
}

function readHeading(reading: Reading): void {
  const [, marks = "", text = ""] = headingForm.exec(reading.lines[reading.at]!) ?? [];
  const level = marks.length;
  if (level === 2 || level === 3)
    reading.blocks.push({
      kind: "heading",
      level,
      text: plainOf(runsOf(reading, text, reading.at)),
    });
  else fault(reading, "heading", reading.at);
  reading.at += 1;
}

function readPicture(reading: Reading): void {
  const [, alt = "", name] = pictureForm.exec(reading.lines[reading.at]!) ?? [];
  if (name === undefined || alt.trim() === "") fault(reading, "picture", reading.at);
  else reading.blocks.push({ kind: "picture", name, alt: alt.trim() });
  reading.at += 1;
}

/** Lines up to the next that begins something else. */
function gather(
  reading: Reading,
  isOwn: (line: string) => boolean,
): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  for (; reading.at < reading.lines.length; reading.at += 1) {
    const text = reading.lines[reading.at]!;
    if (text === "" || !isOwn(text)) break;
    found.push({ text, at: reading.at });
  }
  return found;
}

function readParagraph(reading: Reading): void {
  const from = reading.at;
  const lines = gather(reading, (line) => reading.at === from || !startForm.test(line));
  const text = joined(lines.map((one) => one.text.trim()));
  reading.blocks.push({ kind: "paragraph", runs: runsOf(reading, text, from) });
}

function readNote(reading: Reading): void {
  const lines = gather(reading, (line) => line.startsWith(">"));
  const paragraphs: string[][] = [[]];
  for (const { text } of lines) {
    const own = text.replace(/^> ?/, "").trim();
    if (own === "") paragraphs.push([]);
    else paragraphs.at(-1)!.push(own);
  }
  const from = lines[0]!.at;
  reading.blocks.push({
    kind: "note",
    paragraphs: paragraphs
      .filter((one) => one.length > 0)
      .map((one) => runsOf(reading, joined(one), from)),
  });
}

function readList(reading: Reading, form: RegExp, isOrdered: boolean): void {
  const items: { parts: string[]; at: number }[] = [];
  const isOwn = (line: string) => form.test(line) || /^\s/.test(line) || !startForm.test(line);
  for (const { text, at } of gather(reading, isOwn)) {
    const [, own] = form.exec(text) ?? [];
    if (own !== undefined) items.push({ parts: [own], at });
    else if (/^\s+([-*] |\d{1,3}\. )/.test(text)) fault(reading, "nested-list", at);
    else items.at(-1)!.parts.push(text.trim());
  }
  const read = items.map(({ parts, at }) => runsOf(reading, joined(parts), at));
  reading.blocks.push({ kind: "list", isOrdered, items: read });
}

function readTable(reading: Reading): void {
  const lines = gather(reading, (line) => line.startsWith("|"));
  const cells = lines.map(({ text, at }) => ({ at, cells: cellsOf(text) }));
  const [head, rule, ...rows] = cells;
  const width = head?.cells.length ?? 0;
  const isRuled = rule?.cells.every((cell) => /^:?-{2,}:?$/.test(cell)) ?? false;
  const ragged = cells.find((row) => row.cells.length !== width);
  if (!isRuled || rows.length === 0 || ragged !== undefined)
    return fault(reading, "table", ragged?.at ?? head!.at);
  const read = ({ cells: own, at }: { cells: readonly string[]; at: number }) =>
    own.map((cell) => runsOf(reading, cell, at));
  reading.blocks.push({ kind: "table", head: read(head!), rows: rows.map(read) });
}

const cellsOf = (line: string) =>
  line
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

function readFence(reading: Reading): void {
  const from = reading.at;
  const name = reading.lines[from]!.slice(3).trim();
  const end = reading.lines.findIndex((line, at) => at > from && line === "```");
  reading.at = end < 0 ? reading.lines.length : end + 1;
  if (end < 0) return fault(reading, "fence", from);
  const lines = reading.lines
    .map((text, at) => ({ text: text.trim(), at }))
    .slice(from + 1, end)
    .filter(({ text }) => text !== "");
  if (name === "sum") return pushSum(reading, lines, from);
  if (name === "try") return pushTry(reading, lines, from);
  if (name === "check") return pushCheck(reading, lines, from);
  fault(reading, "fence", from);
}

type Lines = readonly { readonly text: string; readonly at: number }[];

function pushSum(reading: Reading, lines: Lines, from: number): void {
  const sums = lines.flatMap(({ text, at }) => {
    const sum = readSum(text);
    if (sum === null) fault(reading, "sum", at);
    return sum ?? [];
  });
  if (lines.length === 0) fault(reading, "sum", from);
  reading.blocks.push({ kind: "sum", lines: sums });
}

function pushTry(reading: Reading, lines: Lines, from: number): void {
  const steps = lines.flatMap(({ text, at }) => {
    const [, step] = numberForm.exec(text) ?? [];
    if (step === undefined) fault(reading, "try", at);
    return step === undefined ? [] : [runsOf(reading, step, at)];
  });
  if (lines.length === 0) fault(reading, "try", from);
  reading.blocks.push({ kind: "try", steps });
}

function pushCheck(reading: Reading, lines: Lines, from: number): void {
  const questions = lines.flatMap(({ text }) => text.split(/\s+/));
  const areIds = questions.every((id) => /^[a-z0-9-]{1,40}$/.test(id));
  if (lines.length !== 1 || !areIds) return fault(reading, "check", from);
  reading.blocks.push({ kind: "check", questions });
}

/** Between two Chinese characters a line break is nothing, elsewhere it is a space. */
function joined(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const isBetween = /[\u3000-\u303f\p{Script=Han}\uff00-\uffef]$/u.test(text);
    return text === "" || isBetween ? text + part : `${text} ${part}`;
  }, "");
}

const runForm =
  /\*\*(\S(?:.*?\S)?)\*\*|\*(\S(?:[^*]*?[^\s*])?)\*|`([^`]+)`|\[\^([a-z0-9][a-z0-9-]*)\]/g;

function runsOf(reading: Reading, text: string, at: number): Run[] {
  if (/<[a-z/!]/i.test(text.replaceAll(/`[^`]*`/g, ""))) fault(reading, "html", at);
  if (/\]\(/.test(text) || /https?:\/\//.test(text)) fault(reading, "link", at);
  const runs = styled(text, "plain");
  if (runs.some((run) => run.style !== "code" && /\*\*|\[\^|`/.test(run.text)))
    fault(reading, "mark", at);
  return runs;
}

function styled(text: string, plain: Run["style"]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(runForm)) {
    const [whole, bold, italic, code, cite] = found;
    if (found.index > from) runs.push({ style: plain, text: text.slice(from, found.index) });
    if (bold !== undefined) runs.push(...styled(bold, "bold"));
    else if (italic !== undefined) runs.push({ style: "italic", text: italic });
    else if (code !== undefined) runs.push({ style: "code", text: code });
    else runs.push({ style: "cite", text: cite! });
    from = found.index + whole.length;
  }
  if (from < text.length) runs.push({ style: plain, text: text.slice(from) });
  return runs;
}

/** The words of runs alone: what a reader counts, and what a heading is called. */
export function plainOf(runs: readonly Run[]): string {
  return runs
    .filter(({ style }) => style !== "cite")
    .map(({ text }) => text)
    .join("");
}

/** Every stretch of running text of a block, in order. */
export function runListsOf(block: Block): readonly (readonly Run[])[] {
  switch (block.kind) {
    case "paragraph":
      return [block.runs];
    case "list":
      return block.items;
    case "note":
      return block.paragraphs;
    case "table":
      return [...block.head, ...block.rows.flat()];
    case "try":
      return block.steps;
    case "heading":
    case "picture":
    case "sum":
    case "check":
      return [];
  }
}

/** Ids of the sources that a text cites, each as often as it does. */
export function citationsOf(blocks: readonly Block[]): readonly string[] {
  return blocks
    .flatMap(runListsOf)
    .flat()
    .filter(({ style }) => style === "cite")
    .map(({ text }) => text);
}
