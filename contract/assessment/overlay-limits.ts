/** How much a region or a school may ask beyond the core; apart, for what reads it without zod. */
export const overlayLimits = {
  /** Overlays of an installation. */
  overlaysMax: 200,
  /** Overlays that one school is under. */
  ofSchoolMax: 8,
  nameMax: 16,
  titleMax: 60,
  competenciesMax: 100,
  coresMax: 60,
  rowsMax: 200,
  textMax: 300,
  weightMax: 10,
  minCountMax: 1_000,
} as const;

/** A core's version and those of the overlays that one school is under. */
export const frameworkVersionMax = 400;

/** Regions come before schools. */
export const layers = ["region", "school"] as const;
export type Layer = (typeof layers)[number];
