import { crc32, inflateSync } from "node:zlib";
import { credentialLimits } from "./limits.ts";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const keyword = "openbadgecredential";

/** A chunk is its length, its name, what it holds, and a checksum of the two latter. */
const [lengthBytes, nameBytes, checkBytes] = [4, 4, 4];

interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly data: Buffer;
}

export function isPng(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

/**
 * Puts a credential into a picture, in place of one that is in it.
 *
 * @param credential its JSON, or its JWT
 * @returns null for what is no whole PNG
 */
export function bakePng(picture: Uint8Array, credential: string): Uint8Array | null {
  const bytes = bufferOf(picture);
  const chunks = chunksOf(bytes);
  if (chunks === null) return null;
  const [head, ...rest] = chunks;
  const kept = rest.filter((chunk) => !isOurs(chunk));
  const asTheyAre = (of: readonly Chunk[]) =>
    of.map(({ start, end }) => bytes.subarray(start, end));
  // Not packed: readers of badges are simpler than readers of pictures.
  const text = Buffer.from(`${keyword}\0\0\0\0\0${credential}`, "utf8");
  return Buffer.concat([
    signature,
    ...asTheyAre([head!]),
    chunkOf("iTXt", text),
    ...asTheyAre(kept),
  ]);
}

export type Unbaked =
  | { readonly ok: true; readonly credential: string }
  | { readonly ok: false; readonly why: "file-unreadable" | "credential-missing" };

/** Takes the credential out of a picture; two of them are none, since readers would choose. */
export function unbakePng(picture: Uint8Array): Unbaked {
  const chunks = chunksOf(bufferOf(picture));
  if (chunks === null) return { ok: false, why: "file-unreadable" };
  const found = chunks.filter(isOurs);
  if (found.length === 0) return { ok: false, why: "credential-missing" };
  const credential = found.length === 1 ? textOf(found[0]!.data) : null;
  return credential === null ? { ok: false, why: "file-unreadable" } : { ok: true, credential };
}

/** All chunks from the head to the end; null where the file is cut short, or is none. */
function chunksOf(bytes: Buffer): readonly Chunk[] | null {
  if (!isPng(bytes)) return null;
  const chunks: Chunk[] = [];
  for (let start = signature.length; start < bytes.length;) {
    if (chunks.length === credentialLimits.pngChunksMax) return null;
    const data = start + lengthBytes + nameBytes;
    if (data + checkBytes > bytes.length) return null;
    const length = bytes.readUInt32BE(start);
    const end = data + length + checkBytes;
    if (end > bytes.length) return null;
    const name = bytes.toString("latin1", start + lengthBytes, data);
    chunks.push({ name, start, end, data: bytes.subarray(data, data + length) });
    start = end;
    if (name === "IEND") break;
  }
  const isWhole = chunks[0]?.name === "IHDR" && chunks.at(-1)?.name === "IEND";
  return isWhole ? chunks : null;
}

function isOurs({ name, data }: Chunk): boolean {
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

function chunkOf(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const chunk = Buffer.alloc(lengthBytes + named.length + checkBytes);
  chunk.writeUInt32BE(data.length, 0);
  named.copy(chunk, lengthBytes);
  chunk.writeUInt32BE(crc32(named), lengthBytes + named.length);
  return chunk;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
