import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Encoding } from "./table.ts";

/**
 * Bytes as text: a byte order mark decides, else valid UTF-8, else GB18030, which contains GBK and
 * GB2312 and is what Chinese school systems write.
 */
export function decodeText(bytes: Uint8Array): Outcome<{ text: string; encoding: Encoding }> {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return decoded(bytes, "utf-8", "utf-8-bom");
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le", "utf-16");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be", "utf-16");
  if (bytes.includes(0)) return refuse({ code: "exchange/file-not-a-table" });
  const asUtf8 = decoded(bytes, "utf-8", "utf-8");
  if (asUtf8.ok) return asUtf8;
  if (isWestern(bytes)) return refuse({ code: "exchange/file-encoding" });
  return decoded(bytes, "gb18030", "gb18030");
}

/**
 * Whether a text that is no UTF-8 is one of single bytes, as Latin-1: nearly all of it could be
 * read as GB18030, where every accented letter would swallow its neighbor.
 *
 * The usual Chinese characters have two bytes above ASCII, a few rare ones an ASCII letter as their
 * second byte; in a western word nearly every accented letter stands before one.
 */
function isWestern(bytes: Uint8Array): boolean {
  let beforeLetter = 0;
  let doubled = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    if (bytes[at]! < 0x80) continue;
    const next = bytes[at + 1]!;
    if (next >= 0x80) doubled += 1;
    else if (next >= 0x40) beforeLetter += 1;
    at += 1;
  }
  return beforeLetter > 0 && beforeLetter >= doubled;
}

/** A text with a NUL in it is a file of another kind, or UTF-16 that does not say so. */
function decoded(bytes: Uint8Array, label: string, encoding: Encoding) {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (text.includes("\u0000")) return refuse({ code: "exchange/file-not-a-table" });
    return ok({ text, encoding });
  } catch {
    return refuse({ code: "exchange/file-encoding" });
  }
}
