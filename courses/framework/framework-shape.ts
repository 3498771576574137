/**
 * What the files of the competency framework hold. Shapes refuse what no reader could use; what one
 * file says about another is asked by `check-framework.ts`.
 */
import { z } from "zod";

const han = /\p{Script=Han}/u;

/** The same in both languages: neither is empty, and neither stands in the other's place. */
export const Text = z
  .strictObject({
    zh: z.string().regex(han),
    en: z
      .string()
      .min(1)
      .refine((en) => !han.test(en)),
  })
  .readonly();
export type Text = z.infer<typeof Text>;

const Id = z.string().regex(/^([a-z][a-z0-9-]*:)?[A-Z][A-Z0-9-]*$/);
const Share = z.number().min(0).max(1);
const EventName = z.string().regex(/^[a-z]+\.[a-z]+$/);
const MeasureName = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
/** Semantic versions, without what may follow the third number. */
const Version = z.string().regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/);
/** A competency as an earlier version knew it. */
const VersionedId = z.string().regex(/^([a-z][a-z0-9-]*:)?[A-Z][A-Z0-9-]*@\d+\.\d+\.\d+$/);

const Named = z.strictObject({ id: Id, name: Text }).readonly();

const Echelon = z
  .strictObject({
    id: Id,
    /** 1 is the first that a person reaches. */
    order: z.int().positive(),
    name: Text,
    about: Text,
    /** What a certificate of this echelon asks for; start values that are to be calibrated. */
    certificate: z
      .strictObject({
        coreMastery: Share,
        coreShare: Share,
        electiveShare: Share,
        minEvidence: z.int().positive(),
        raters: z.int().positive(),
        minSimHours: z.int().min(0),
        coreFloor: Share,
        minContexts: z.int().positive(),
        minRoles: z.int().positive(),
        validityMonths: z.int().positive().nullable(),
      })
      .readonly(),
  })
  .readonly();

const Role = z
  .strictObject({
    id: Id,
    name: Text,
    /** What to look for in ESCO; no code, and nobody has compared the two. */
    escoTerm: z.string().min(1),
    /** Titles that vacancies of this role carry. */
    titles: z
      .strictObject({
        zh: z.array(z.string().min(1)).readonly(),
        en: z.array(z.string().min(1)).readonly(),
      })
      .readonly(),
  })
  .readonly();

const PracticeEvent = z
  .strictObject({
    event: EventName,
    /** As it is counted: "quotations handed in". */
    name: Text,
    measures: z.array(MeasureName).min(1).readonly(),
  })
  .readonly();

/** When practice shows that a person can do it. */
export const EvidenceRule = z
  .strictObject({
    event: EventName,
    measure: MeasureName,
    op: z.enum([">=", "<="]),
    threshold: z.number(),
    /** Events that make one piece of evidence. */
    minCount: z.int().min(1),
  })
  .readonly();
export type EvidenceRule = z.infer<typeof EvidenceRule>;

export const Competency = z
  .strictObject({
    id: Id,
    area: Id,
    name: Text,
    courses: z.array(Id).min(1).readonly(),
    /** The first is its home. */
    roles: z.array(Id).min(1).readonly(),
    echelon: Id,
    evidence: z.array(EvidenceRule).length(1).readonly(),
    /** Required where a person has to judge. */
    rubric: z.strictObject({ required: z.boolean() }).readonly(),
    /** What it was before it was renamed or split. */
    supersedes: z.array(VersionedId).min(1).readonly().optional(),
  })
  .readonly();
export type Competency = z.infer<typeof Competency>;

const Profile = z.strictObject({ role: Id, echelon: Id, core: z.array(Id).readonly() }).readonly();

/** Who said it and on which day somebody read it; verified is what its own text was read for. */
const read = {
  source: z.url().nullable(),
  seen: z.iso.date().nullable(),
  verified: z.boolean(),
};

const Certificate = z
  .strictObject({
    id: Id,
    code: z.string().min(1).nullable(),
    name: Text,
    levels: z.array(z.strictObject({ name: Text, echelon: Id }).readonly()).readonly(),
    note: Text.optional(),
    ...read,
  })
  .readonly();

const Major = z
  .strictObject({ code: z.string().min(1), name: Text, level: Text, ...read })
  .readonly();

export const Framework = z
  .strictObject({
    version: Version,
    /** The day of this version. */
    changedOn: z.iso.date(),
    echelons: z.array(Echelon).min(1).readonly(),
    roles: z.array(Role).min(1).readonly(),
    areas: z.array(Named).min(1).readonly(),
    courses: z.array(Named).min(1).readonly(),
    events: z.array(PracticeEvent).min(1).readonly(),
    competencies: z.array(Competency).min(1).readonly(),
    profiles: z.array(Profile).min(1).readonly(),
    crossRoleE3: z.array(Id).readonly(),
    certificates: z.array(Certificate).readonly(),
    majors: z.array(Major).readonly(),
  })
  .readonly();
export type Framework = z.infer<typeof Framework>;

const measureUnits = [
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

/** A measure of an event, between the worst and the best that count. */
export const Measure = z
  .strictObject({
    event: EventName,
    measure: MeasureName,
    name: Text,
    unit: z.enum(measureUnits),
    better: z.enum(["high", "low"]),
    worst: z.number(),
    best: z.number(),
    /** Chance that somebody who cannot do it looks as if they could. */
    guess: Share,
    /** Chance that somebody who can do it looks as if they could not. */
    slip: Share,
    /** Whose act it judges: one person's, or what a store as a whole has reached. */
    by: z.enum(["person", "team"]),
  })
  .readonly();
export type Measure = z.infer<typeof Measure>;
export const Measures = z.array(Measure).min(1).readonly();

/** What each mark from 0 to 4 looks like. */
const FiveAnchors = z.array(Text).length(5).readonly();

export const Anchors = z
  .strictObject({
    /** Words for a mark where nobody has to judge. */
    general: FiveAnchors,
    competencies: z.record(z.string(), FiveAnchors).readonly(),
  })
  .readonly();
export type Anchors = z.infer<typeof Anchors>;

const Standard = z.strictObject({ id: z.string().min(1), name: Text, note: Text, ...read });

/** How what a standard names lies to what we name: broad is a standard's that takes in more. */
export const relations = ["exact", "broad", "narrow"] as const;

const MappingRow = z
  .strictObject({
    /** A competency or a role. */
    of: Id,
    standard: z.string().min(1),
    code: z.string().min(1),
    /** Left out where its text was not read. */
    title: Text.optional(),
    /** Percent of an exam that a unit weighs. */
    weight: z.int().min(1).max(100).optional(),
    /** Our reading, also of a verified row. */
    relation: z.enum(relations),
    ...read,
  })
  .readonly();

export const Mappings = z
  .strictObject({
    standards: z.array(Standard.readonly()).readonly(),
    rows: z.array(MappingRow).readonly(),
  })
  .readonly();
export type Mappings = z.infer<typeof Mappings>;

/** Everything that one version of the framework is. */
export const FrameworkBundle = z
  .strictObject({
    framework: Framework,
    measures: Measures,
    anchors: Anchors,
    mappings: Mappings,
  })
  .readonly();
export type FrameworkBundle = z.infer<typeof FrameworkBundle>;

const Raised = z.strictObject({ competency: Id, threshold: z.number() }).readonly();
const Counted = z.strictObject({ competency: Id, minCount: z.int().min(1) }).readonly();
const Weighed = z.strictObject({ competency: Id, weight: z.number().positive() }).readonly();
const AddedToCore = z
  .strictObject({ role: Id, echelon: Id, add: z.array(Id).min(1).readonly() })
  .readonly();

/**
 * What a region or a school asks beyond the core. There is no field to remove, lower or rename
 * with, and what is not a field is refused.
 */
export const Overlay = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]*$/),
    version: Version,
    /** Regions come before schools; of two that raise a threshold the later wins. */
    layer: z.enum(["region", "school"]),
    title: Text,
    competencies: z.array(Competency).readonly(),
    measures: z.array(Measure).readonly(),
    events: z.array(PracticeEvent).readonly(),
    anchors: z.record(z.string(), FiveAnchors).readonly(),
    cores: z.array(AddedToCore).readonly(),
    thresholds: z.array(Raised).readonly(),
    /** Events that make one piece of evidence, where it shall be more of them. */
    counts: z.array(Counted).readonly(),
    /** Beside 1, which every competency weighs of itself. */
    weights: z.array(Weighed).readonly(),
  })
  .readonly();
export type Overlay = z.infer<typeof Overlay>;
