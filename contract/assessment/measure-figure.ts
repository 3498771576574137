import { withMinus } from "../platform/with-minus.ts";
import type { EvidenceRule, MeasureUnit } from "./framework.ts";

/** Chinese and English print such numbers alike. */
const printer = (options: Intl.NumberFormatOptions) => {
  const form = new Intl.NumberFormat("en", { maximumFractionDigits: 2, ...options });
  return (value: number) => withMinus(form.format(value));
};
const signDisplay = "exceptZero";
const rounded = printer({});
const signed = printer({ signDisplay });
const share = printer({ style: "percent" });
const change = printer({ style: "percent", signDisplay });

const figures: Readonly<Record<MeasureUnit, (value: number) => string>> = {
  share,
  change,
  percent: (value) => share(value / 100),
  ratio: (value) => `${rounded(value)} ×`,
  rubric: (value) => `${rounded(value)} / 4`,
  peers: (value) => `${rounded(value)} / 5`,
  points: (value) => `${rounded(value)} / 100`,
  nps: signed,
  stars: (value) => `${signed(value)} ★`,
  faults: rounded,
  places: signed,
  days: rounded,
  count: rounded,
  mastery: signed,
};

/** A measure's value as it is read, the same in every language. */
export function measureFigure(unit: MeasureUnit, value: number): string {
  return figures[unit](value);
}

/** A rule in one line: what must be reached, and over how many events. */
export function ruleLine(rule: EvidenceRule, language: "zh" | "en"): string {
  const sign = rule.op === ">=" ? "≥" : "≤";
  const figure = measureFigure(rule.unit, rule.threshold);
  const name = rule.measureName[language];
  return `${name} ${sign} ${figure} · ${rule.minCount} × ${rule.eventName[language]}`;
}
