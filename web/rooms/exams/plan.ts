/** The plan of an exam as a form holds it. */
import type { Answer, ArgumentsOf } from "../../api/client.ts";

export type ExamPlan = ArgumentsOf<"POST /assessment/classes/:class/exams">["body"];
export type TheoryPlan = Extract<ExamPlan, { kind: "theory" }>;
export type PlannedSection = TheoryPlan["sections"][number];
export type Bank = Answer<"GET /assessment/banks">[number];

/** What is typed; numbers are null while there is none. */
export type PlanFields = {
  kind: "theory" | "practical";
  name: string;
  language: "zh" | "en";
  passingPercent: number | null;
  banks: readonly string[];
  sections: readonly SectionFields[];
  minutes: number | null;
  /** As an input of the browser has them, in the reader's time zone; empty without. */
  opensAt: string;
  closesAt: string;
  season: string;
};
export type SectionFields = {
  /** Only for the list on the screen. */
  key: number;
  name: string;
  topics: readonly string[];
  types: PlannedSection["types"];
  questions: number | null;
  points: number | null;
};

let keys = 0;
export const emptySection = (): SectionFields => ({
  key: (keys += 1),
  name: "",
  topics: [],
  types: [],
  questions: 10,
  points: 1,
});

export const emptyPlan = (language: "zh" | "en"): PlanFields => ({
  kind: "theory",
  name: "",
  language,
  passingPercent: 60,
  banks: [],
  sections: [emptySection()],
  minutes: 60,
  opensAt: "",
  closesAt: "",
  season: "",
});

/** An instant as `2026-11-30T09:30` in this device's time zone. */
export function localTime(iso: string | null): string {
  if (iso === null) return "";
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant of such a text; null of an empty one. */
export const instantOf = (local: string): string | null =>
  local === "" ? null : new Date(local).toISOString();

export function fieldsOf(plan: ExamPlan): PlanFields {
  const { kind, name, language, passingPercent } = plan;
  const fields = { ...emptyPlan(language), kind, name, passingPercent };
  if (plan.kind === "practical") return { ...fields, season: plan.season };
  return {
    ...fields,
    banks: plan.banks,
    sections: plan.sections.map((section) => ({ ...emptySection(), ...section })),
    minutes: plan.minutes,
    opensAt: localTime(plan.opensAt),
    closesAt: localTime(plan.closesAt),
  };
}

/** What is still missing, as a key of the texts; null when it can be kept. */
export function missingOf(fields: PlanFields): string | null {
  if (fields.name.trim() === "") return "noName";
  if (fields.passingPercent === null) return "noPassing";
  if (fields.kind === "practical") return fields.season === "" ? "noSeason" : null;
  if (fields.banks.length === 0) return "noBank";
  if (fields.sections.some(({ questions, points }) => questions === null || points === null))
    return "noNumbers";
  if (fields.minutes === null) return "noMinutes";
  const { opensAt, closesAt } = fields;
  return opensAt !== "" && closesAt !== "" && closesAt <= opensAt ? "closesFirst" : null;
}

/** The plan that the fields say; asked only where nothing is missing. */
export function planOf(fields: PlanFields): ExamPlan {
  const { name, language } = fields;
  const shared = { name: name.trim(), language, passingPercent: fields.passingPercent ?? 60 };
  if (fields.kind === "practical") return { kind: "practical", ...shared, season: fields.season };
  return {
    kind: "theory",
    ...shared,
    banks: [...fields.banks],
    sections: fields.sections.map(({ key: _, ...section }) => ({
      ...section,
      topics: [...section.topics],
      questions: section.questions ?? 1,
      points: section.points ?? 1,
    })),
    minutes: fields.minutes ?? 60,
    opensAt: instantOf(fields.opensAt),
    closesAt: instantOf(fields.closesAt),
  };
}

/** Questions and points of one paper. */
export const sizeOf = (sections: readonly SectionFields[]) => ({
  questions: sections.reduce((sum, { questions }) => sum + (questions ?? 0), 0),
  points: sections.reduce((sum, one) => sum + (one.questions ?? 0) * (one.points ?? 0), 0),
});
