/** What a PDF of ours says, read as a reader's search would: for tests alone. */
import { inflateSync } from "node:zlib";

/** The text of each page, in the order in which it was drawn. */
export function readText(pdf: Uint8Array): string[] {
  const source = Buffer.from(pdf).toString("latin1");
  const streams = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, body = ""]) => inflated(body),
  );
  const meanings = new Map<string, string>();
  for (const cmap of streams.filter((one) => one.includes("begincmap")))
    for (const [from, text] of rangesOf(cmap)) meanings.set(from, text);
  return streams
    .filter((one) => one.includes("BT\n"))
    .map((page) =>
      [...page.matchAll(/<([0-9a-f]+)>/g)]
        .map(([, codes = ""]) =>
          (codes.match(/.{4}/g) ?? []).map((code) => meanings.get(code) ?? "").join(""),
        )
        .join(""),
    );
}

function inflated(body: string): string {
  try {
    return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
  } catch {
    // Not every stream is packed; what is not, holds no text of ours.
    return "";
  }
}

function* rangesOf(cmap: string): Generator<readonly [string, string]> {
  for (const [, first = "", , list = ""] of cmap.matchAll(
    /<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g,
  )) {
    let code = Number.parseInt(first, 16);
    // A ligature stands for several characters, with spaces between them.
    for (const [, unit = ""] of list.matchAll(/<([0-9a-f ]*)>/g)) {
      yield [code.toString(16).padStart(4, "0"), utf16(unit.replaceAll(" ", ""))];
      code += 1;
    }
  }
}

const utf16 = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
