import type { Question } from "@echelon/contract/assessment/question.ts";
import {
  type QuestionProblem,
  questionFileLimits,
} from "@echelon/contract/assessment/question-file.ts";
import { decodeText } from "../decode-text.ts";
import { checkQuestion } from "../question-check.ts";
import { newReading, type QuestionsReading } from "../questions-reading.ts";
import { cleanLine, questionText, type TextFormat, usualOf } from "../question-text.ts";
import { Marked } from "./marked.ts";
import { answersIn, formatOf, type Reading, textIn, Unreadable } from "./read-answers.ts";
import { type Chunk, chunksOf } from "./split-gift.ts";

/** Of one question with all that belongs to it. */
const chunkCharsMax = 1_000_000;

/**
 * Reads a file of GIFT. Never throws: a broken question is told with its line, the others are read.
 *
 * The rules are those of Moodle 4.5's own reader, question/format/gift/format.php.
 */
export function readGift(bytes: Uint8Array): QuestionsReading {
  const reading = newReading();
  if (bytes.length > questionFileLimits.bytesMax) return reading.refused("file-too-large");
  const decoded = decodeText(bytes);
  if (!decoded.ok) return reading.refused("file-encoding");
  for (const chunk of chunksOf(decoded.value.text)) {
    if (reading.isFull(chunk.line)) break;
    const { question, problems } = readChunk(chunk);
    reading.add(question, problems);
  }
  return reading.done();
}

interface ReadChunk {
  readonly question: Question | null;
  readonly problems: readonly QuestionProblem[];
}

function readChunk(chunk: Chunk): ReadChunk {
  const problems: QuestionProblem[] = [];
  const leftOut = (code: QuestionProblem["code"], line: number, what: string): ReadChunk => ({
    question: null,
    problems: [{ line, code, what, isLeftOut: true }],
  });
  const chars = chunk.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (chars > chunkCharsMax) return leftOut("too-long", chunk.line, "");
  try {
    const candidate = candidateOf(chunk, (code, { line }) =>
      problems.push({ line, code, what: "", isLeftOut: false }),
    );
    const checked = checkQuestion(candidate);
    return checked.isQuestion
      ? { question: checked.question, problems }
      : leftOut(checked.code, chunk.line, checked.what);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return leftOut(error.code, error.line, error.what);
  }
}

function candidateOf(chunk: Chunk, lost: Reading["lost"]): unknown {
  const [name, rest] = nameIn(Marked.of(chunk.lines).trim());
  const { before, block, behind } = blockIn(rest);
  const [format] = formatOf(before, "auto");
  const reading: Reading = { format, lost };
  const head = {
    name,
    category: cleanLine(chunk.category),
    idNumber: cleanLine(chunk.idNumber),
    tags: chunk.tags.map(cleanLine),
  };
  if (block === null) {
    const text = textIn(before, reading);
    return { type: "description", ...head, stem: text, feedback: null, ...usualOf("description") };
  }
  const at = block.marks.lastIndexOf("####");
  const [answers, feedback] =
    at === -1 ? [block, null] : [block.slice(0, at), block.slice(at + "####".length)];
  const read = answersIn(answers, reading);
  return {
    ...read,
    ...head,
    stem: stemOf(before, behind, reading),
    feedback: textIn(feedback, reading),
    ...usualOf(read["type"] as Question["type"]),
  };
}

/** A stem that goes on behind its answers has a gap where they stood. */
function stemOf(before: Marked, behind: Marked, reading: Reading) {
  if (behind.isEmpty) return textIn(before, reading);
  const [format, stem] = headOf(before);
  return questionText(`${stem.whole}_____${behind.whole}`, format, (code) =>
    reading.lost(code, before),
  );
}

/** The format of a stem, and the stem with the spaces behind it. */
function headOf(before: Marked): readonly [TextFormat, Marked] {
  const [format, stem] = formatOf(before, "auto");
  const end = before.marks.length - before.marks.trimEnd().length;
  return [format, end === 0 ? stem : before.slice(before.length - end - stem.length)];
}

function nameIn(whole: Marked): readonly [string, Marked] {
  if (!whole.marks.startsWith("::")) return ["", whole];
  const end = whole.find("::", 2);
  if (end === -1) return ["", whole];
  return [cleanLine(whole.slice(2, end).text), whole.slice(end + 2)];
}

function blockIn(rest: Marked): { before: Marked; block: Marked | null; behind: Marked } {
  const [open, close] = [rest.find("{"), rest.find("}")];
  if (open === -1 && close === -1) {
    return { before: rest, block: null, behind: rest.slice(rest.length) };
  }
  const behind = rest.slice(close + 1);
  const isClear = open !== -1 && close > open && rest.find("{", open + 1) === -1;
  if (!isClear || behind.find("}") !== -1) throw new Unreadable("braces-unclear", rest.trim());
  return { before: rest.slice(0, open), block: rest.slice(open + 1, close), behind };
}
