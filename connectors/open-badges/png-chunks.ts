import { crc32 } from "node:zlib";
import { credentialLimits } from "./limits.ts";

/** How every PNG begins. */
export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk is its length, its name, what it holds, and a checksum of the two latter. */
const [lengthBytes, nameBytes, checkBytes] = [4, 4, 4];

export interface PngChunk {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly data: Buffer;
}

export function isPng(bytes: Uint8Array): boolean {
  return pngSignature.equals(bytes.subarray(0, pngSignature.length));
}

/** All chunks from the head to the end; null where the file is cut short, or is none. */
export function readChunks(bytes: Buffer): readonly PngChunk[] | null {
  if (!isPng(bytes)) return null;
  const chunks: PngChunk[] = [];
  for (let start = pngSignature.length; start < bytes.length;) {
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

export function writeChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const chunk = Buffer.alloc(lengthBytes + named.length + checkBytes);
  chunk.writeUInt32BE(data.length, 0);
  named.copy(chunk, lengthBytes);
  chunk.writeUInt32BE(crc32(named), lengthBytes + named.length);
  return chunk;
}
