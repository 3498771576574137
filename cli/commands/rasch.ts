import { fitRatings, type FittedRatings } from "@echelon/server/main.ts";
import { atLeft, atRight } from "../columns.ts";
import type { Call, Command } from "../command.ts";

/** Takes raters' severity out of marks that come on standard input. */
export const command: Command = {
  options: { json: { type: "boolean" } },
  async run(call) {
    const { terminal, say, options } = call;
    const bytes = await terminal.input();
    const fitted = bytes && fitRatings(bytes);
    if (!fitted?.ok) {
      terminal.tell(say("rasch/no-table"));
      return 1;
    }
    const { problems } = fitted.value;
    for (const { row, code } of problems) terminal.tell(say(`rasch/${code}`, { row }));
    if (fitted.value.persons.length === 0) {
      terminal.tell(say("rasch/no-marks"));
      return 1;
    }
    if (options["json"] === true) terminal.out(JSON.stringify(fitted.value));
    else print(call, fitted.value);
    return problems.length === 0 ? 0 : 1;
  },
};

const nameWidth = 24;
const figureWidth = 9;

/** People with their averages, then raters with what they are like, then what to make of it. */
function print({ terminal, say }: Call, fitted: FittedRatings): void {
  const row = (name: string, ...figures: readonly string[]) =>
    terminal.out(
      [atLeft(name, nameWidth), ...figures.map((of) => atRight(of, figureWidth))].join(" "),
    );
  const shown = (value: number | null) => (value === null ? "–" : value.toFixed(2));
  const { persons, raters, parts, reliability, isSettled } = fitted;
  row(say("rasch/person"), say("rasch/marks"), say("rasch/raw"), say("rasch/fair"));
  for (const { person, marks, rawAverage, fairAverage } of persons)
    row(person, String(marks), shown(rawAverage), shown(fairAverage));
  terminal.out("");
  const heads = ["marks", "severity", "error", "infit", "spread"] as const;
  row(say("rasch/rater"), ...heads.map((head) => say(`rasch/${head}`)));
  for (const one of raters) {
    const figures = [one.severity, one.severityError, one.infit, one.spread].map(shown);
    row(one.rater, String(one.marks), ...figures);
  }
  terminal.out("");
  terminal.out(say("rasch/reliability", { reliability: shown(reliability) }));
  if (parts > 1) terminal.tell(say("rasch/not-connected", { parts }));
  if (!isSettled) terminal.tell(say("rasch/not-settled"));
}
