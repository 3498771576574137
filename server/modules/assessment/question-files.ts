import { readGift } from "@echelon/connectors/gift/read-gift.ts";
import { writeGift } from "@echelon/connectors/gift/write-gift.ts";
import { readMoodleXml } from "@echelon/connectors/moodle-xml/read-moodle-xml.ts";
import { writeMoodleXml } from "@echelon/connectors/moodle-xml/write-moodle-xml.ts";
import { checkQuestion } from "@echelon/connectors/question-check.ts";
import { newReading, type QuestionsReading } from "@echelon/connectors/questions-reading.ts";
import type { Question } from "@echelon/contract/assessment/question.ts";
import type {
  QuestionFormat,
  QuestionLossCode,
  QuestionProblem,
} from "@echelon/contract/assessment/question-file.ts";

const formats = {
  gift: { read: readGift, write: writeGift },
  "moodle-xml": { read: readMoodleXml, write: writeMoodleXml },
} as const satisfies Record<QuestionFormat, unknown>;

/** The questions of a file, and what is wrong in it by line. */
export function importQuestions(format: QuestionFormat, bytes: Uint8Array): QuestionsReading {
  return formats[format].read(bytes);
}

/** A file of questions, and what its format could not say of them by name. */
export function writeQuestions(format: QuestionFormat, questions: readonly Question[]) {
  const { bytes, losses } = formats[format].write(questions);
  return {
    text: new TextDecoder().decode(bytes),
    losses: losses.map(({ name, code }) => ({ name, code })),
  };
}

export interface ExportedQuestions {
  /** How many came as questions, whether or not the format can say them. */
  readonly questions: number;
  readonly text: string;
  /** What is wrong in the lines that came. */
  readonly problems: readonly QuestionProblem[];
  /** What the format could not say, by the line in which the question came. */
  readonly losses: readonly {
    readonly line: number;
    readonly name: string;
    readonly code: QuestionLossCode;
  }[];
}

/** A file of questions from lines of JSON, each a question as `importQuestions` gives them. */
export function exportQuestions(format: QuestionFormat, bytes: Uint8Array): ExportedQuestions {
  const { questions, lines, problems } = readLines(bytes);
  const written = formats[format].write(questions);
  return {
    questions: questions.length,
    text: new TextDecoder().decode(written.bytes),
    problems,
    losses: written.losses.map(({ place, name, code }) => ({ line: lines[place]!, name, code })),
  };
}

function readLines(bytes: Uint8Array): QuestionsReading & { readonly lines: readonly number[] } {
  const reading = newReading();
  const lines: number[] = [];
  const text = utf8(bytes);
  if (text === null) return { ...reading.refused("file-encoding"), lines };
  for (const [at, written] of text.split("\n").entries()) {
    const line = at + 1;
    if (written.trim() === "") continue;
    if (reading.isFull(line)) break;
    const question = questionOf(written, (code, what) => reading.told(code, line, what));
    if (question === null) continue;
    reading.add(question, []);
    lines.push(line);
  }
  return { ...reading.done(), lines };
}

function questionOf(
  line: string,
  told: (code: QuestionProblem["code"], what?: string) => void,
): Question | null {
  let candidate: unknown;
  try {
    candidate = JSON.parse(line);
  } catch {
    told("json-unreadable");
    return null;
  }
  const checked = checkQuestion(candidate);
  if (checked.isQuestion) return checked.question;
  told(checked.code, checked.what);
  return null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
