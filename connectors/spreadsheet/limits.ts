/** What a file of rows may weigh; beyond it the file is refused whole. */
export const xlsxLimits = {
  packedBytesMax: 10 * 2 ** 20,
  unpackedBytesMax: 100 * 2 ** 20,
  entriesMax: 1_000,
  /** Unpacked over packed size of one entry; only asked of entries above `ratioBytesMin`. */
  ratioMax: 100,
  ratioBytesMin: 2 ** 20,
  sheetsMax: 50,
  /** Over all sheets that are read. */
  rowsMax: 50_000,
  columnsMax: 200,
  cellCharsMax: 32_767,
} as const;

export const csvLimits = {
  bytesMax: 20 * 2 ** 20,
  rowsMax: 100_000,
  columnsMax: 300,
  cellCharsMax: 64 * 1024,
} as const;
