import type { AnsweredQuestion, AskedQuestion } from "@echelon/contract/assessment/sittings.ts";
import type {
  Question,
  QuestionAnswer,
  QuestionText,
} from "@echelon/contract/assessment/question.ts";
import { matchesOf, microOfPoint } from "./bank-question.ts";
import type { ExamTable, PaperRow } from "./store/schema.ts";

/** A question as somebody sees it who answers it: nothing tells what is right. */
export function askedQuestion(
  { sections }: Pick<ExamTable, "sections">,
  place: number,
  row: PaperRow,
  question: Question,
): AskedQuestion {
  const { type, stem } = question;
  const asked = {
    place,
    type,
    section: sections[row.section]?.name ?? "",
    stem,
    points: row.pointsMicro / microOfPoint,
    options: [] as AskedQuestion["options"],
    prompts: [] as QuestionText[],
    matches: [] as string[],
    template: "",
  };
  switch (question.type) {
    case "single-choice":
    case "multiple-choice":
      return { ...asked, options: inOrder(question.answers, row).map(optionOf) };
    case "matching": {
      const matches = inOrder(matchesOf(question), row).map(({ of }) => of);
      return { ...asked, prompts: question.pairs.map(({ prompt }) => prompt), matches };
    }
    case "essay":
      return { ...asked, template: question.template?.text ?? "" };
    default:
      return asked;
  }
}

const optionOf = ({ place, of }: { place: number; of: { text: QuestionText } }) => ({
  place,
  text: of.text,
});

/** Things in the order that a paper has drawn; in the author's where it drew none. */
function inOrder<One>(things: readonly One[], { options }: PaperRow) {
  const order = options.length === things.length ? options : things.map((_, at) => at);
  return order.map((place) => ({ place, of: things[place]! }));
}

/** What would have been right. */
export function rightOf(question: Question): AnsweredQuestion["right"] {
  const none = { chosen: [] as number[], isTrue: null, texts: [] as string[] };
  switch (question.type) {
    case "single-choice":
    case "multiple-choice":
      return { ...none, chosen: question.answers.flatMap((one, at) => (isRight(one) ? [at] : [])) };
    case "true-false":
      return { ...none, isTrue: question.isTrue };
    case "numerical":
      return {
        ...none,
        texts: question.answers.filter(isRight).map(({ value, tolerance }) => {
          return tolerance === "0" ? (value ?? "*") : `${value} ± ${tolerance}`;
        }),
      };
    case "short-answer":
      return { ...none, texts: question.answers.filter(isRight).map(({ pattern }) => pattern) };
    case "matching":
      return { ...none, texts: question.pairs.map(({ match }) => match) };
    default:
      return none;
  }
}

const isRight = ({ shareMicro }: { readonly shareMicro: number }) => shareMicro > 0;

/** What the author says to an answer: to the question, to what was chosen, to how it went. */
export function explanationsOf(
  question: Question,
  answer: QuestionAnswer | null,
  shareMicro: number,
): readonly QuestionText[] {
  const said: (QuestionText | null)[] = [];
  if (question.type === "single-choice" || question.type === "multiple-choice") {
    const chosen = answer !== null && "chosen" in answer ? answer.chosen : [];
    said.push(...chosen.map((place) => question.answers[place]?.feedback ?? null));
  }
  if (question.type === "true-false" && answer !== null && "isTrue" in answer)
    said.push(answer.isTrue ? question.feedbackTrue : question.feedbackFalse);
  if ("byResult" in question) {
    const { right, partly, wrong } = question.byResult;
    said.push(shareMicro === microOfPoint ? right : shareMicro > 0 ? partly : wrong);
  }
  said.push(question.feedback);
  return said.filter((one) => one !== null);
}
