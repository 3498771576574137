import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";

/**
 * The tar format (POSIX.1-2001 "ustar"), as much of it as a backup needs: plain files, one after
 * the other, each behind a header block of 512 bytes and padded to the next block.
 */
const blockBytes = 512;
const nameBytesMax = 100;
const octalSizeMax = 8 ** 11;

/** One file of an archive while it is read; its content must be read before the next one. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * The header block of a file. Owner, group and time say nothing about the computer it came from.
 */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > nameBytesMax)
    throw new RangeError(`name too long for tar: ${name}`);
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  if (size < octalSizeMax) header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  else writeBigSize(header, size);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** From 8 GiB on a size is binary, marked by its first bit (GNU and pax archives read it so). */
function writeBigSize(header: Buffer, size: number): void {
  header.writeBigUInt64BE(BigInt(size), 128);
  header[124] = 0x80;
}

/** Zeros up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((blockBytes - (size % blockBytes)) % blockBytes);
}

/** Two empty blocks end an archive. */
export const tarEnd = Buffer.alloc(2 * blockBytes);

/** A file of an archive, from bytes in memory or from a file on the disk. */
export async function* tarFile(
  name: string,
  size: number,
  source: Buffer | string,
): AsyncGenerator<Buffer> {
  yield tarHeader(name, size);
  let written = 0;
  const parts = typeof source === "string" ? createReadStream(source) : [source];
  for await (const part of parts as AsyncIterable<Buffer>) {
    written += part.length;
    yield part;
  }
  if (written !== size) throw new Error(`${name} changed its size while it was archived`);
  yield tarPadding(size);
}

/** Half a download, or a file that was never an archive. */
export class DamagedArchive extends Error {}

/**
 * Reads an archive file by file.
 *
 * @throws DamagedArchive when a checksum is wrong or the archive ends too early
 */
export async function* readTar(source: Readable): AsyncGenerator<TarEntry> {
  const input = new BlockReader(source);
  for (;;) {
    const header = await input.take(blockBytes);
    if (header === null || header.every((byte) => byte === 0)) return;
    const { name, size } = parseHeader(header);
    const content = input.stream(size);
    yield { name, size, content };
    for await (const _ of content);
    await input.take(tarPadding(size).length);
  }
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const told = Number.parseInt(header.toString("latin1", 148, 154), 8);
  const bare = Buffer.from(header);
  bare.fill(0x20, 148, 156);
  if (bare.reduce((total, byte) => total + byte, 0) !== told)
    throw new DamagedArchive("not a tar header");
  const name = header.toString("utf8", 0, nameBytesMax).replace(/\0.*$/s, "");
  const isBinary = ((header[124] ?? 0) & 0x80) !== 0;
  const size = isBinary
    ? Number(header.readBigUInt64BE(128))
    : Number.parseInt(header.toString("latin1", 124, 135), 8);
  return { name, size };
}

/** Cuts a stream into pieces of asked sizes. */
class BlockReader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: Readable) {
    this.#source = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Exactly so many bytes; null when there is nothing left at all. */
  async take(size: number): Promise<Buffer | null> {
    while (this.#rest.length < size) {
      const next = await this.#source.next();
      if (next.done === true) {
        if (this.#rest.length === 0 && size > 0) return null;
        throw new DamagedArchive("the archive ends too early");
      }
      this.#rest = Buffer.concat([this.#rest, next.value]);
    }
    const taken = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    return taken;
  }

  /** So many bytes, piece by piece; what was not read is skipped by reading it again to its end. */
  stream(size: number): AsyncIterable<Buffer> {
    let left = size;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (left === 0) return { done: true, value: undefined };
      if (this.#rest.length === 0) {
        const more = await this.#source.next();
        if (more.done === true) throw new DamagedArchive("the archive ends too early");
        this.#rest = more.value;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      return { done: false, value: piece };
    };
    return { [Symbol.asyncIterator]: () => ({ next }) };
  }
}
