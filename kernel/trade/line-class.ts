/**
 * Lines that the law of a day cannot tell apart. A season has thousands of codes and only a few
 * classes of them, so one compiled program serves a whole class: compiled once, and small enough to
 * stay near the processor.
 */
import { groupRate } from "./charge.ts";
import { holdsForLine, type ConsignmentLine } from "./facts.ts";
import { parseHsCode } from "./hs-code.ts";
import type { Law } from "./law.ts";
import { lineFacts, type Charge, type Condition, type DutyTable } from "./rule-set.ts";

/** What the law asks of a line: rates by table, and conditions on code and origin. */
export type LineQuestions = {
  readonly tables: readonly DutyTable[];
  readonly conditions: readonly Condition[];
};

export function lineQuestions(law: Law): LineQuestions {
  const tables = new Set<DutyTable>();
  const conditions = new Set<Condition>();
  const ask = (list: readonly Condition[]) => {
    for (const one of list) if (lineFacts.includes(one.fact)) conditions.add(one);
  };
  const visit = (charge: Charge): void => {
    ask(charge.when ?? []);
    if (charge.type === "max-of") charge.options.forEach(visit);
    if (charge.type !== "table") return;
    const table = law.tables.get(charge.table);
    if (table !== undefined) tables.add(table);
  };
  for (const { rule } of law.rules) {
    ask(rule.when);
    rule.charges.forEach(visit);
  }
  return { tables: [...tables], conditions: [...conditions] };
}

/** Equal text, equal tax: two lines of one class differ in nothing that the law asks about. */
export function lineClass(
  questions: LineQuestions,
  line: Pick<ConsignmentLine, "hs" | "origin" | "idGroup" | "dutyRates">,
): string {
  if (!parseHsCode(line.hs).ok) return `refused ${line.hs}`;
  const rates = questions.tables.map((table) => {
    const { bp, source } = groupRate(table, line);
    return `${bp}${source[0]}`;
  });
  const whole = { ...line, goodsMinor: 0, quantity: 1, weightG: 1 };
  const answers = questions.conditions.map((one) => (holdsForLine(one, whole) ? "y" : "n"));
  return `${rates.join(" ")} ${answers.join("")}`;
}
