/** What credentials and their pages may weigh. */
export const credentialLimits = {
  fileBytesMax: 10 * 2 ** 20,
  toldCharsMax: 4_000,
  nameCharsMax: 200,
  partiesMax: 8,
  competenciesMax: 200,
  evidenceMax: 60,
  membersMax: 100,
  /** Credentials of one person. */
  heldMax: 100,
  /** Pages that one person shows at once. */
  sharesMax: 20,
  /** Credentials on one page. */
  sharedMax: 50,
  shareDaysMax: 366,
  tokenCharsMax: 64,
  reasonCharsMax: 400,
  revocationsMax: 500,
  keysMax: 2_000,
} as const;
