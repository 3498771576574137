/** What a credential, or a file that holds one, may weigh; beyond it nothing is read. */
export const credentialLimits = {
  /** Of a picture with a credential in it. */
  fileBytesMax: 10 * 2 ** 20,
  /** Of the credential itself, and of a document that was loaded for it. */
  credentialBytesMax: 2 * 2 ** 20,
  depthMax: 40,
  valuesMax: 50_000,
  pngChunksMax: 10_000,
  proofsMax: 8,
  statusEntriesMax: 8,
  endorsementsMax: 8,
  /** Credentials that a transcript wraps. */
  membersMax: 100,
  /** Of an unpacked status list: 64 times the smallest. */
  statusListBytesMax: 2 ** 20,
} as const;
