import { inflateSync } from "node:zlib";
import { credentialLimits } from "./limits.ts";
import { type PngChunk, pngSignature, readChunks, writeChunk } from "./png-chunks.ts";

const keyword = "openbadgecredential";

/**
 * Puts a credential into a picture, in place of one that is in it.
 *
 * @param credential its JSON, or its JWT
 * @returns null for what is no whole PNG
 */
export function bakePng(picture: Uint8Array, credential: string): Uint8Array | null {
  const bytes = bufferOf(picture);
  const chunks = readChunks(bytes);
  if (chunks === null) return null;
  const [head, ...rest] = chunks;
  const kept = rest.filter((chunk) => !isOurs(chunk));
  const asTheyAre = (of: readonly PngChunk[]) =>
    of.map(({ start, end }) => bytes.subarray(start, end));
  // Not packed: readers of badges are simpler than readers of pictures.
  const text = Buffer.from(`${keyword}\0\0\0\0\0${credential}`, "utf8");
  return Buffer.concat([
    pngSignature,
    ...asTheyAre([head!]),
    writeChunk("iTXt", text),
    ...asTheyAre(kept),
  ]);
}

export type Unbaked =
  | { readonly ok: true; readonly credential: string }
  | { readonly ok: false; readonly why: "file-unreadable" | "credential-missing" };

/** Takes the credential out of a picture; two of them are none, since readers would choose. */
export function unbakePng(picture: Uint8Array): Unbaked {
  const chunks = readChunks(bufferOf(picture));
  if (chunks === null) return { ok: false, why: "file-unreadable" };
  const found = chunks.filter(isOurs);
  if (found.length === 0) return { ok: false, why: "credential-missing" };
  const credential = found.length === 1 ? textOf(found[0]!.data) : null;
  return credential === null ? { ok: false, why: "file-unreadable" } : { ok: true, credential };
}

function isOurs({ name, data }: PngChunk): boolean {
  return name === "iTXt" && data.toString("latin1", 0, keyword.length + 1) === `${keyword}\0`;
}

/** The text of an iTXt chunk: keyword, whether packed and how, language, keyword again, text. */
function textOf(data: Buffer): string | null {
  const [isPacked, method] = [data[keyword.length + 1], data[keyword.length + 2]];
  const languageEnd = data.indexOf(0, keyword.length + 3);
  const keywordEnd = languageEnd === -1 ? -1 : data.indexOf(0, languageEnd + 1);
  if (keywordEnd === -1) return null;
  const text = data.subarray(keywordEnd + 1);
  const maxOutputLength = credentialLimits.credentialBytesMax;
  try {
    const plain = isPacked === 1 && method === 0 ? inflateSync(text, { maxOutputLength }) : text;
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
