import { questionFormats } from "@echelon/contract/assessment/question-file.ts";
import type {
  QuestionFormat,
  QuestionProblem,
} from "@echelon/contract/assessment/question-file.ts";
import { exportQuestions, importQuestions } from "@echelon/server/main.ts";
import type { Call, Command } from "../command.ts";

/** Reads questions from a file of others into lines of JSON, or writes them out of such lines. */
export const command: Command = {
  options: { format: { type: "string" } },
  positionals: ["action"],
  async run(call) {
    const { terminal, say, options, positionals } = call;
    const [action = ""] = positionals;
    const act = actions.get(action);
    const format = questionFormats.find((one) => one === options["format"]);
    if (act === undefined || format === undefined) {
      terminal.tell(say("wrong-arguments", { name: "questions" }));
      return 2;
    }
    const bytes = await terminal.input();
    if (bytes !== null) return act(call, format, bytes);
    tellProblems(call, [{ line: 1, code: "file-too-large", what: "", isLeftOut: true }]);
    return 1;
  },
};

type Act = (call: Call, format: QuestionFormat, bytes: Uint8Array) => number;

/** 0 where all came in as it was meant. */
const readIn: Act = (call, format, bytes) => {
  const { questions, problems } = importQuestions(format, bytes);
  for (const question of questions) call.terminal.out(JSON.stringify(question));
  tellProblems(call, problems);
  return isComplete(call, questions.length > 0, problems.length) ? 0 : 1;
};

const writeOut: Act = (call, format, bytes) => {
  const { terminal, say } = call;
  const { questions, text, problems, losses } = exportQuestions(format, bytes);
  tellProblems(call, problems);
  for (const { line, name, code } of losses)
    terminal.tell(say(`questions/lost-${code}`, { line, name }));
  if (questions > 0) terminal.out(text.trimEnd());
  return isComplete(call, questions > 0, problems.length + losses.length) ? 0 : 1;
};

const actions: ReadonlyMap<string, Act> = new Map([
  ["import", readIn],
  ["export", writeOut],
]);

function isComplete({ terminal, say }: Call, isSome: boolean, faults: number): boolean {
  if (!isSome && faults === 0) terminal.tell(say("questions/none"));
  return isSome && faults === 0;
}

function tellProblems({ terminal, say }: Call, problems: readonly QuestionProblem[]): void {
  for (const { line, code, what, isLeftOut } of problems) {
    const sentence = say(`questions/${code}`, { line, what });
    terminal.tell(isLeftOut ? say("questions/left-out", { sentence }) : sentence);
  }
}
