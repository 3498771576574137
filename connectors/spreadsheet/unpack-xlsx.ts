import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { unzipSync } from "fflate";
import { xlsxLimits } from "./limits.ts";

/** The parts of a workbook that are read; everything else stays packed. */
const readParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/[^/]*\.rels|(worksheets\/)?[^/]*\.xml))$/i;

/** A path out of the archive. Nothing is ever written by it; but whoever packed it meant harm. */
const outwards = /^[\\/]|^[a-z]:|(^|[\\/])\.\.([\\/]|$)/i;

export type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * Unpacks a workbook within its caps.
 *
 * Sizes are those of the archive's directory, asked before anything is inflated. An entry that lies
 * about its size is inflated no further than it said, so it cannot cost more memory than was
 * allowed.
 */
export function unpackXlsx(bytes: Uint8Array): Outcome<Parts> {
  const { packedBytesMax, entriesMax } = xlsxLimits;
  if (bytes.length > packedBytesMax) {
    return refuse({ code: "exchange/file-too-large", facts: { bytesMax: packedBytesMax } });
  }
  const weighing = newWeighing();
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: (entry) => weighing.admits(entry) });
  } catch {
    return refuse({ code: "exchange/file-not-a-table" });
  }
  if (weighing.isBomb()) return refuse({ code: "exchange/file-is-bomb", facts: { entriesMax } });
  if (weighing.leadsOut()) return refuse({ code: "exchange/file-not-a-table" });
  if (weighing.hasMacros()) return refuse({ code: "exchange/file-has-macros" });
  if (weighing.linksOutside()) return refuse({ code: "exchange/file-links-outside" });
  return ok(parts);
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
}

/** Weighs the entries one by one; from the first that is too much on, none is inflated. */
function newWeighing() {
  let entries = 0;
  let unpacked = 0;
  let isBomb = false;
  let hasMacros = false;
  let linksOutside = false;
  let leadsOut = false;
  return {
    admits({ name, size, originalSize }: Entry): boolean {
      entries += 1;
      unpacked += originalSize;
      const isDense =
        originalSize > xlsxLimits.ratioBytesMin && originalSize > size * xlsxLimits.ratioMax;
      if (isDense || entries > xlsxLimits.entriesMax) isBomb = true;
      if (unpacked > xlsxLimits.unpackedBytesMax) isBomb = true;
      if (/vbaProject|macrosheets|\/dialogsheets\//i.test(name)) hasMacros = true;
      if (/^xl\/externalLinks\//i.test(name)) linksOutside = true;
      if (outwards.test(name)) leadsOut = true;
      return !isBomb && !hasMacros && !linksOutside && !leadsOut && readParts.test(name);
    },
    isBomb: () => isBomb,
    hasMacros: () => hasMacros,
    linksOutside: () => linksOutside,
    leadsOut: () => leadsOut,
  };
}
