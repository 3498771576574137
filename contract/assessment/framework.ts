import { z } from "zod";
import { PlainDate } from "../platform/shapes.ts";
import { frameworkVersionMax, layers, overlayLimits } from "./overlay-limits.ts";

/** The same in both languages. */
export const BothLanguages = z.strictObject({ zh: z.string(), en: z.string() });
export type BothLanguages = z.output<typeof BothLanguages>;

const rowsMax = 2_000;
const Code = z.string().max(60);
const Codes = z.array(Code).max(rowsMax);

/** Whether somebody has read the source, and when; what nobody read is no fact. */
const read = {
  source: z.string().nullable(),
  seen: PlainDate.nullable(),
  verified: z.boolean(),
};

export const measureUnits = [
  "share",
  "change",
  "percent",
  "ratio",
  "rubric",
  "peers",
  "points",
  "nps",
  "stars",
  "faults",
  "places",
  "days",
  "count",
  "mastery",
] as const;
export type MeasureUnit = (typeof measureUnits)[number];

/** When practice shows a competency: the measure reaches the threshold over so many events. */
export const EvidenceRule = z.strictObject({
  event: Code,
  eventName: BothLanguages,
  measure: Code,
  measureName: BothLanguages,
  unit: z.enum(measureUnits),
  op: z.enum([">=", "<="]),
  threshold: z.number(),
  worst: z.number(),
  best: z.number(),
  minCount: z.int(),
  by: z.enum(["person", "team"]),
});
export type EvidenceRule = z.output<typeof EvidenceRule>;

/** What another standard calls it. The relation is our reading; broad takes in more than ours. */
export const Mapping = z.strictObject({
  standard: Code,
  code: Code,
  title: BothLanguages.nullable(),
  weight: z.int().nullable(),
  relation: z.enum(["exact", "broad", "narrow"]),
  ...read,
});
export type Mapping = z.output<typeof Mapping>;

export const CompetencyView = z.strictObject({
  id: Code,
  area: Code,
  name: BothLanguages,
  courses: Codes,
  /** The first is its home. */
  roles: Codes,
  echelon: Code,
  rule: EvidenceRule,
  /** What the marks 0 to 4 look like; null where nobody has to judge. */
  anchors: z.array(BothLanguages).length(5).nullable(),
  mappings: z.array(Mapping).max(rowsMax),
  /** What it weighs in a core, beside 1 of most. */
  weight: z.number(),
  /** What the core asks, where a region or school asks for more. */
  raised: z.strictObject({ threshold: z.number(), minCount: z.int(), by: Codes }).nullable(),
  /** `id@version` of what it was before it was renamed or split. */
  supersedes: Codes,
});
export type CompetencyView = z.output<typeof CompetencyView>;

const Named = z.strictObject({ id: Code, name: BothLanguages });

/** The competency framework as everybody may read it. */
export const FrameworkView = z.strictObject({
  /** With overlays as SemVer's build: `1.0.0+nb.2.1.0`. */
  version: z.string().max(frameworkVersionMax),
  changedOn: PlainDate,
  /** What a region and a school ask beyond the core; empty of the core itself. */
  overlays: z
    .array(
      z.strictObject({ name: Code, version: Code, layer: z.enum(layers), title: BothLanguages }),
    )
    .max(overlayLimits.ofSchoolMax),
  echelons: z
    .array(z.strictObject({ id: Code, name: BothLanguages, about: BothLanguages }))
    .max(10),
  roles: z
    .array(
      z.strictObject({
        id: Code,
        name: BothLanguages,
        /** Titles of vacancies. */
        titles: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
        /** What to look for in ESCO; compared by nobody. */
        escoTerm: z.string(),
        mappings: z.array(Mapping).max(rowsMax),
      }),
    )
    .max(100),
  areas: z.array(Named).max(100),
  courses: z.array(Named).max(100),
  /** What the five marks are called, 0 first. */
  marks: z.array(BothLanguages).length(5),
  competencies: z.array(CompetencyView).max(rowsMax),
  /** What each role asks for at each echelon. */
  profiles: z.array(z.strictObject({ role: Code, echelon: Code, core: Codes })).max(1_000),
  /** Of these a share is asked for at the last echelon, whatever the role. */
  crossRoleE3: Codes,
  certificates: z
    .array(
      z.strictObject({
        id: Code,
        code: Code.nullable(),
        name: BothLanguages,
        levels: z.array(z.strictObject({ name: BothLanguages, echelon: Code })).max(20),
        note: BothLanguages.nullable(),
        ...read,
      }),
    )
    .max(rowsMax),
  majors: z
    .array(z.strictObject({ code: Code, name: BothLanguages, level: BothLanguages, ...read }))
    .max(rowsMax),
  standards: z
    .array(z.strictObject({ id: Code, name: BothLanguages, note: BothLanguages, ...read }))
    .max(rowsMax),
});
export type FrameworkView = z.output<typeof FrameworkView>;
