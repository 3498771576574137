/** Bounds of placement that screens need too: this file imports nothing. */

/** Most places that one student may rank; the kernel reads a round under the same bound. */
export const choicesMax = 30;
/** Of a round that comes as a file. */
export const instanceStudentsMax = 1_000_000;
export const instancePlacesMax = 100_000;
export const instanceRegionsMax = 10_000;

export const placementLimits = {
  roundsMax: 200,
  placesOfRoundMax: 2_000,
  placesOfOrganisationMax: 100,
  seatsMax: 1_000,
  schoolsMax: 300,
  regionsMax: 200,
  askedMax: 30,
  applicantsShown: 2_000,
  nameMax: 80,
  textMax: 1_000,
} as const;
