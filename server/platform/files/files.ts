import { createHash } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readFile, readdir, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file is known by its content: the SHA-256 in hex. */
export interface StoredFile {
  readonly hash: string;
  readonly bytes: number;
}

/**
 * The files of an installation. They are only added; a row that refers to one is written after it.
 */
export interface Files {
  /** Returns when the bytes are on the disk. The same content is kept once. */
  put(bytes: Uint8Array): Promise<StoredFile>;
  read(hash: string): Promise<Buffer>;
  stream(hash: string): ReadStream;
  /** Null when there is no such file. */
  size(hash: string): Promise<number | null>;
  /** What all files weigh together. */
  bytes(): Promise<number>;
}

export function openFiles(folder: string): Files {
  return {
    put: (bytes) => put(folder, bytes),
    read: (hash) => readFile(placeOf(folder, hash)),
    stream: (hash) => createReadStream(placeOf(folder, hash)),
    async size(hash) {
      try {
        return (await stat(placeOf(folder, hash))).size;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    bytes: () => weigh(folder),
  };
}

async function weigh(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** `files/ab/cd…`: a folder of at most 256 folders. */
function placeOf(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError(`not a file's hash: ${hash.slice(0, 80)}`);
  return join(folder, hash.slice(0, 2), hash.slice(2));
}

/** Written to a temporary name, flushed, renamed: a reader sees the whole file or none. */
async function put(folder: string, bytes: Uint8Array): Promise<StoredFile> {
  const hash = hashOf(bytes);
  const place = placeOf(folder, hash);
  const stored = { hash, bytes: bytes.length };
  if ((await stat(place).catch(() => null))?.size === bytes.length) return stored;
  await mkdir(dirname(place), { recursive: true });
  const growing = `${place}.${crypto.randomUUID()}`;
  try {
    const file = await open(growing, "wx", 0o640);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(growing, place);
  } catch (error) {
    await unlink(growing).catch(() => {});
    throw error;
  }
  await flushFolder(dirname(place));
  return stored;
}

/** The name itself is on the disk only once its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
