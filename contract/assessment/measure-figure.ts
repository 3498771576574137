import type { EvidenceRule, MeasureUnit } from "./framework.ts";

const percent = (value: number) => `${rounded(value)} %`;
const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);

const figures: Readonly<Record<MeasureUnit, (value: number) => string>> = {
  share: (value) => percent(value * 100),
  change: (value) => signed(percent(value * 100), value),
  percent,
  ratio: (value) => `${rounded(value)} ×`,
  rubric: (value) => `${rounded(value)} / 4`,
  peers: (value) => `${rounded(value)} / 5`,
  points: (value) => `${rounded(value)} / 100`,
  nps: (value) => signed(rounded(value), value),
  stars: (value) => `${signed(rounded(value), value)} ★`,
  faults: rounded,
  places: (value) => signed(rounded(value), value),
  days: rounded,
  count: rounded,
  mastery: (value) => signed(rounded(value), value),
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

function rounded(value: number): string {
  return String(Number(value.toFixed(2)));
}
