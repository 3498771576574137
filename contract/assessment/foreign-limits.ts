/** Limits of frameworks of others, for forms as well as for the server. */
export const foreignLimits = {
  bytesMax: 4 * 2 ** 20,
  /** Frameworks of others that one organization keeps. */
  ofOrganisationMax: 50,
  itemsMax: 5_000,
  mappingsMax: 2_000,
  noteMax: 300,
} as const;

export const foreignRelations = ["exact", "broad", "narrow"] as const;
