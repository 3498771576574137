import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Encoding } from "../table.ts";

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
  return asUtf8.ok ? asUtf8 : decoded(bytes, "gb18030", "gb18030");
}

function decoded(bytes: Uint8Array, label: string, encoding: Encoding) {
  try {
    return ok({ text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding });
  } catch {
    return refuse({ code: "exchange/file-encoding" });
  }
}
