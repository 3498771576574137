import type { Question, QuestionText } from "@echelon/contract/assessment/question.ts";
import type {
  QuestionProblem,
  QuestionProblemCode,
} from "@echelon/contract/assessment/question-file.ts";
import { checkQuestion } from "../question-check.ts";
import {
  anyNumber,
  cleanLine,
  decimalOf,
  microOf,
  questionText,
  shareOfPercent,
  type TextFormat,
  usualOf,
} from "../question-text.ts";
import { attributeOf, childOf, childrenOf, type XmlElement } from "./xml-tree.ts";

interface ReadQuestion {
  readonly question: Question | null;
  readonly problems: readonly QuestionProblem[];
}

/** Why a question cannot be read. */
class Unreadable extends Error {
  readonly code: QuestionProblemCode;
  readonly line: number;
  readonly what: string;

  constructor(code: QuestionProblemCode, { line }: XmlElement, what = "") {
    super(code);
    this.code = code;
    this.line = line;
    this.what = what;
  }
}

/** One `<question>`, with all that is wrong in it by line. */
export function readQuestion(element: XmlElement, category: string): ReadQuestion {
  const problems: QuestionProblem[] = [];
  const leftOut = (code: QuestionProblemCode, line: number, what: string): ReadQuestion => ({
    question: null,
    problems: [{ line, code, what, isLeftOut: true }],
  });
  const lost = (code: QuestionProblemCode, { line }: XmlElement, what = "") =>
    void problems.push({ line, code, what, isLeftOut: false });
  try {
    const checked = checkQuestion(candidateOf(new Reader(element, lost), category));
    if (!checked.isQuestion) return leftOut(checked.code, element.line, checked.what);
    settingsIn(element, lost);
    return { question: checked.question, problems };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return leftOut(error.code, error.line, error.what);
  }
}

type Lost = (code: QuestionProblemCode, at: XmlElement, what?: string) => void;

const formats: Readonly<Record<string, TextFormat>> = {
  html: "html",
  plain_text: "plain",
  markdown: "markdown",
  moodle_auto_format: "auto",
};

/** The characters of an element's `<text>`, or of itself. */
export function textOf(element: XmlElement): string {
  return (childOf(element, "text") ?? element).text;
}

/** Reads what a question's types share. */
class Reader {
  readonly element: XmlElement;
  readonly #lost: Lost;

  constructor(element: XmlElement, lost: Lost) {
    this.element = element;
    this.#lost = lost;
  }

  /** Characters of a child, "" where it has none. */
  plain(name: string): string {
    const child = childOf(this.element, name);
    return child === undefined ? "" : cleanLine(textOf(child));
  }

  text(name: string, of: XmlElement = this.element): QuestionText | null {
    const child = childOf(of, name);
    return child === undefined ? null : this.textIn(child);
  }

  /** A text in the format that its element names, else in that of the stem; a stem is HTML. */
  textIn(element: XmlElement): QuestionText | null {
    const format = this.#formatOf(element) ?? this.#formatOf(this.#stem) ?? "html";
    if (childrenOf(element, "file").length > 0) this.#lost("media-left-out", element);
    return questionText(textOf(element), format, (code) => {
      const isTold = code === "media-left-out" && childrenOf(element, "file").length > 0;
      if (!isTold) this.#lost(code, element);
    });
  }

  get #stem(): XmlElement | undefined {
    return childOf(this.element, "questiontext");
  }

  #formatOf(element: XmlElement | undefined): TextFormat | undefined {
    const named = element && attributeOf(element, "format");
    return named === undefined ? undefined : (formats[named.trim()] ?? "html");
  }

  micro(name: string, usual: number, units = 1_000_000): number {
    const said = this.plain(name);
    if (said === "") return usual;
    const micro = microOf(said, units);
    if (micro === null) throw new Unreadable("number-unreadable", this.element, said.slice(0, 60));
    return micro;
  }

  isTrue(name: string, usual: boolean): boolean {
    const said = this.plain(name).toLowerCase();
    return said === "" ? usual : said === "true" || said === "1";
  }

  byResult() {
    return {
      right: this.text("correctfeedback"),
      partly: this.text("partiallycorrectfeedback"),
      wrong: this.text("incorrectfeedback"),
    };
  }

  answers<Answer>(read: (element: XmlElement, shareMicro: number) => Answer): Answer[] {
    return childrenOf(this.element, "answer").map((answer) => {
      const fraction = attributeOf(answer, "fraction") ?? "";
      const shareMicro = shareOfPercent(fraction);
      if (shareMicro === null)
        throw new Unreadable("share-unreadable", answer, fraction.slice(0, 60));
      return read(answer, shareMicro);
    });
  }
}

function candidateOf(reader: Reader, category: string): unknown {
  const { element } = reader;
  const named = attributeOf(element, "type") ?? "";
  const read = readers[named];
  if (read === undefined) throw new Unreadable("type-unsupported", element, named.slice(0, 60));
  const own = read(reader);
  const usual = usualOf(own.type);
  return {
    ...own,
    name: reader.plain("name"),
    category,
    idNumber: reader.plain("idnumber"),
    tags: childrenOf(childOf(element, "tags") ?? element, "tag").map((tag) =>
      cleanLine(textOf(tag)),
    ),
    stem: reader.text("questiontext"),
    feedback: reader.text("generalfeedback"),
    pointsMicro: reader.micro("defaultgrade", usual.pointsMicro),
    penaltyMicro: reader.micro("penalty", usual.penaltyMicro),
  };
}

type Own = { readonly type: Question["type"] } & Readonly<Record<string, unknown>>;

const readers: Readonly<Record<string, (reader: Reader) => Own>> = {
  multichoice: (reader) => ({
    type: reader.isTrue("single", true) ? "single-choice" : "multiple-choice",
    answers: reader.answers((answer, shareMicro) => {
      const text = reader.textIn(answer);
      if (text === null) throw new Unreadable("answer-missing", answer);
      return { text, shareMicro, feedback: reader.text("feedback", answer) };
    }),
    shuffles: reader.isTrue("shuffleanswers", false),
    byResult: reader.byResult(),
  }),
  truefalse: trueFalse,
  numerical,
  matching,
  shortanswer: (reader) => ({
    type: "short-answer",
    isCaseSensitive: reader.isTrue("usecase", false),
    answers: reader.answers((answer, shareMicro) => ({
      pattern: cleanLine(textOf(answer)),
      shareMicro,
      feedback: reader.text("feedback", answer),
    })),
  }),
  essay: (reader) => ({
    type: "essay",
    markerNotes: reader.text("graderinfo"),
    template: reader.text("responsetemplate"),
  }),
  description: () => ({ type: "description" }),
};

function trueFalse(reader: Reader): Own {
  const sides = reader.answers((answer, shareMicro) => ({
    said: textOf(answer).trim().toLowerCase(),
    shareMicro,
    feedback: reader.text("feedback", answer),
  }));
  // Old files say true and false in the author's language, and true first.
  const [yes, no] = ["true", "false"].map(
    (side, at) => sides.find(({ said }) => said === side) ?? otherThan(sides[at]),
  );
  if (yes === undefined || no === undefined) throw new Unreadable("answer-missing", reader.element);
  const isTrue = yes.shareMicro === 1_000_000;
  if (isTrue === (no.shareMicro === 1_000_000))
    throw new Unreadable("right-answer-missing", reader.element);
  return { type: "true-false", isTrue, feedbackTrue: yes.feedback, feedbackFalse: no.feedback };
}

function otherThan<Side extends { readonly said: string }>(side: Side | undefined) {
  return side === undefined || ["true", "false"].includes(side.said) ? undefined : side;
}

function numerical(reader: Reader): Own {
  const units = childOf(reader.element, "units");
  if (units !== undefined && childrenOf(units, "unit").length > 0)
    throw new Unreadable("units-unsupported", units);
  const answers = reader.answers((answer, shareMicro) => {
    const said = textOf(answer).trim();
    const reach = childOf(answer, "tolerance");
    const value = said === "*" ? null : decimalOf(said);
    const tolerance = decimalOf(reach === undefined ? "0" : textOf(reach).trim() || "0");
    if ((value === null && said !== "*") || tolerance === null)
      throw new Unreadable("number-unreadable", answer, said.slice(0, 60));
    if (value === null)
      return { ...anyNumber, shareMicro, feedback: reader.text("feedback", answer) };
    return { value, tolerance, shareMicro, feedback: reader.text("feedback", answer) };
  });
  return { type: "numerical", answers };
}

function matching(reader: Reader): Own {
  const pairs: { prompt: QuestionText; match: string }[] = [];
  const distractors: string[] = [];
  for (const part of childrenOf(reader.element, "subquestion")) {
    const answer = childOf(part, "answer");
    const match = answer === undefined ? "" : cleanLine(textOf(answer));
    const prompt = reader.textIn(part);
    if (match === "") throw new Unreadable("pair-incomplete", part);
    if (prompt === null) distractors.push(match);
    else pairs.push({ prompt, match });
  }
  const shuffles = reader.isTrue("shuffleanswers", true);
  return { type: "matching", pairs, distractors, shuffles, byResult: reader.byResult() };
}

/** Settings that change what people must do, each with the values that say nothing. */
const settings: Readonly<Record<string, readonly string[]>> = {
  hint: [""],
  responseformat: ["", "editor", "plain", "monospaced"],
  attachments: ["", "0"],
  minwordlimit: ["", "0"],
  maxwordlimit: ["", "0"],
};

function settingsIn(element: XmlElement, lost: Lost): void {
  for (const child of element.children) {
    const silent = settings[child.name];
    if (silent !== undefined && !silent.includes(textOf(child).trim()))
      lost("setting-left-out", child, child.name);
  }
}
