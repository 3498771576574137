import { z } from "zod";
import { Id, Instant, nameOf } from "../platform/shapes.ts";
import { overlayLimits } from "./overlay-limits.ts";

const { rowsMax, textMax } = overlayLimits;
const Code = z.string().trim().min(1).max(60);
const Codes = z.array(Code).min(1).max(60);
const Words = nameOf(textMax);
const BothWords = z.strictObject({ zh: Words, en: Words });
const TitleWords = nameOf(overlayLimits.titleMax);

/** By it findings, versions and ids say whose an addition is; never given to another one. */
export const OverlayName = z.string().regex(/^[a-z][a-z0-9-]{1,15}$/);

/** A competency that is added; its id gets the overlay's name before it. */
const AddedCompetency = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]{0,15}$/),
  area: Code,
  name: BothWords,
  courses: Codes,
  roles: Codes,
  echelon: Code,
  rule: z.strictObject({
    event: Code,
    measure: Code,
    op: z.enum([">=", "<="]),
    threshold: z.number(),
    minCount: z.int().min(1).max(overlayLimits.minCountMax),
  }),
  /** What the marks 0 to 4 look like; null where nobody has to judge. */
  anchors: z.array(BothWords).length(5).nullable(),
});

/** What a region or a school asks beyond the core. There is no field to take away with. */
export const OverlayDraft = z.strictObject({
  title: z.strictObject({ zh: TitleWords, en: TitleWords }),
  competencies: z.array(AddedCompetency).max(overlayLimits.competenciesMax),
  /** Ids of the overlay's own competencies have its name before them, here and below. */
  cores: z
    .array(z.strictObject({ role: Code, echelon: Code, add: Codes }))
    .max(overlayLimits.coresMax),
  thresholds: z.array(z.strictObject({ competency: Code, threshold: z.number() })).max(rowsMax),
  counts: z
    .array(
      z.strictObject({
        competency: Code,
        minCount: z.int().min(1).max(overlayLimits.minCountMax),
      }),
    )
    .max(rowsMax),
  weights: z
    .array(
      z.strictObject({
        competency: Code,
        weight: z.number().positive().max(overlayLimits.weightMax),
      }),
    )
    .max(rowsMax),
});
export type OverlayDraft = z.output<typeof OverlayDraft>;

/** Where an overlay holds: in one school, or in a region of some schools or, null, of all. */
export const OverlayPlace = z.discriminatedUnion("layer", [
  z.strictObject({ layer: z.literal("school"), school: Id }),
  z.strictObject({
    layer: z.literal("region"),
    schools: z.array(Id).min(1).max(500).nullable(),
  }),
]);
export type OverlayPlace = z.output<typeof OverlayPlace>;

export const OverlayView = z.strictObject({
  name: OverlayName,
  version: z.string().max(40),
  place: OverlayPlace,
  draft: OverlayDraft,
  madeBy: z.string().max(80),
  madeAt: Instant,
  /** It asks nothing any more; what was shown under it still says so. */
  isEnded: z.boolean(),
  /** It no longer fits the core, or what another one asks, and holds nowhere until changed. */
  isLeftOut: z.boolean(),
  mayChange: z.boolean(),
});
export type OverlayView = z.output<typeof OverlayView>;

/** The overlays that concern the caller, and where the caller may make one. */
export const OverlaysView = z.strictObject({
  overlays: z.array(OverlayView).max(overlayLimits.overlaysMax),
  /** The schools that these name, and the caller's own. */
  schools: z
    .array(
      z.strictObject({
        id: Id,
        name: z.strictObject({ zh: z.string(), en: z.string() }),
        /** Whether the caller may make one for it. */
        mayMake: z.boolean(),
      }),
    )
    .max(1_000),
  mayMakeRegions: z.boolean(),
});
export type OverlaysView = z.output<typeof OverlaysView>;

/** A fault, and where it stands: the file that the overlay would be, then the way into it. */
export const OverlayFinding = z.strictObject({
  code: z.string().max(40),
  path: z.string().max(400),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type OverlayFinding = z.output<typeof OverlayFinding>;

export const WriteOverlayRequest = z.strictObject({
  place: OverlayPlace,
  draft: OverlayDraft,
  /** The version that was changed; null of a new one. */
  after: z.string().max(40).nullable(),
  /** `look` changes nothing; `take` puts it in force. */
  does: z.enum(["look", "take"]),
});
export type WriteOverlayRequest = z.output<typeof WriteOverlayRequest>;

/** What was found. Where it is nothing, the version that it has, or would have. */
export const OverlayWritten = z.strictObject({
  findings: z.array(OverlayFinding).max(200),
  version: z.string().max(40).nullable(),
  isTaken: z.boolean(),
});
export type OverlayWritten = z.output<typeof OverlayWritten>;
