import { z } from "zod";
import { Id, Instant, PlainDate } from "../platform/shapes.ts";
import { frameworkVersionMax } from "./overlay-limits.ts";

const Code = z.string().min(1).max(80);
const Count = z.int().min(0);

export const shortages = ["mastery", "pieces", "contexts", "raters"] as const;
export const certificateHolds = ["agreement-too-low", "raters-not-connected", "anomaly"] as const;
export const certificateVerdicts = ["pass", "not-yet", "held"] as const;

/** A competency that does not count yet, and why. */
const ShortCompetency = z.strictObject({
  competency: Code,
  short: z.array(z.enum(shortages)).min(1).max(shortages.length),
});
const Reached = { have: Count, need: Count };

/** One thing that is missing, with how much there is of how much. */
export const CertificateMissing = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("core"),
    role: Code,
    ...Reached,
    short: z.array(ShortCompetency).max(200),
  }),
  /** Of what a school weighs, in whole percent. */
  z.strictObject({
    kind: z.literal("weight"),
    role: Code,
    ...Reached,
    short: z.array(ShortCompetency).max(200),
  }),
  /** Competencies of a core under the mastery that none may be under. */
  z.strictObject({ kind: z.literal("floor"), role: Code, under: z.array(Code).max(200) }),
  z.strictObject({ kind: z.literal("roles"), ...Reached }),
  z.strictObject({
    kind: z.literal("electives"),
    ...Reached,
    short: z.array(ShortCompetency).max(200),
  }),
  z.strictObject({ kind: z.literal("practice-hours"), ...Reached }),
  /** An exam, an audit, a report, a panel, a mentee. */
  z.strictObject({ kind: z.literal("extra"), id: z.string().max(40), ...Reached }),
]);
export type CertificateMissing = z.output<typeof CertificateMissing>;

/** How far a person is from a role's certificate at an echelon, or how it was decided. */
export const CertificateDecision = z.strictObject({
  verdict: z.enum(certificateVerdicts),
  missing: z.array(CertificateMissing).max(60),
  holds: z.array(z.enum(certificateHolds)).max(certificateHolds.length),
});
export type CertificateDecision = z.output<typeof CertificateDecision>;

export const ofProfile = z.strictObject({ role: Code, echelon: Code });

/** A decision that was taken: it never changes; a later one may say something else. */
export const DecisionView = CertificateDecision.extend({
  id: Id,
  person: Id,
  name: z.string().max(80),
  role: Code,
  echelon: Code,
  frameworkVersion: z.string().max(frameworkVersionMax),
  /** Of all that counted when it was taken. */
  evidenceHash: z.string().length(64),
  decidedAt: Instant,
  decidedBy: z.string().max(80),
  /** The decision that this one took the place of, on an appeal. */
  revises: Id.nullable(),
});
export type DecisionView = z.output<typeof DecisionView>;

const Percent = z.int().min(0).max(100);

export const CertificateView = CertificateDecision.extend({
  person: Id,
  day: PlainDate,
  role: Code,
  echelon: Code,
  /** What a competency needs to count, and the mastery that none of a core may lie under. */
  rule: z.strictObject({
    mastery: Percent,
    floor: Percent,
    pieces: Count,
    contexts: Count,
    raters: Count,
  }),
  /** What was decided of this role and echelon before, the newest first. */
  decisions: z.array(DecisionView).max(50),
});
export type CertificateView = z.output<typeof CertificateView>;
