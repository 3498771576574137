import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { suite, test } from "node:test";
import fc from "fast-check";
import { readTar, tarEnd, tarFile, tarHeader } from "./tar.ts";

type Kept = readonly (readonly [name: string, bytes: Buffer])[];

async function allOf(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

async function pack(files: Kept): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const [name, bytes] of files)
    parts.push(...(await allOf(tarFile(name, bytes.length, bytes))));
  return Buffer.concat([...parts, tarEnd]);
}

/** Cuts into uneven pieces, as a disk or a network does. */
function* piecesOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unpack(source: Readable): Promise<Kept> {
  const found: [string, Buffer][] = [];
  for await (const { name, content } of readTar(source)) {
    found.push([name, Buffer.concat(await allOf(content))]);
  }
  return found;
}

suite("a tar archive", () => {
  test("gives back what was put in, however it arrives in pieces", async () => {
    const name = fc.stringMatching(/^[a-z/]{1,90}$/);
    const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, bytes), { maxLength: 5 }),
        fc.integer({ min: 1, max: 700 }),
        async (files, size) => {
          const packed = await pack(files);
          assert.deepEqual(await unpack(Readable.from(piecesOf(packed, size))), files);
        },
      ),
    );
  });

  test("may be read without reading every file in it", async () => {
    const packed = await pack([
      ["a", Buffer.alloc(3_000, 1)],
      ["b", Buffer.from("last")],
    ]);
    const names: string[] = [];
    for await (const entry of readTar(Readable.from(piecesOf(packed, 100)))) names.push(entry.name);
    assert.deepEqual(names, ["a", "b"]);
  });

  test("that was cut or changed is refused", async () => {
    const packed = await pack([["a", Buffer.alloc(3_000, 1)]]);
    await assert.rejects(unpack(Readable.from([packed.subarray(0, 2_000)])), /ends too early/);
    const changed = Buffer.from(packed);
    changed[0] = 0x62;
    await assert.rejects(unpack(Readable.from([changed])), /not a tar header/);
  });

  test("holds files of more than 8 GiB", async () => {
    const size = 9 * 2 ** 30;
    const entries = readTar(Readable.from([tarHeader("large", size)]));
    assert.equal((await entries.next()).value?.size, size);
    assert.throws(() => tarHeader("x".repeat(101), 1), /too long/);
  });

  test("is one that other programs read", async (t) => {
    if (spawnSync("tar", ["--version"]).status !== 0) return t.skip("there is no tar program here");
    const folder = mkdtempSync(join(tmpdir(), "echelon-tar-"));
    try {
      writeFileSync(join(folder, "x.tar"), await pack([["tables/a.copy", Buffer.from("1\t杯\n")]]));
      assert.equal(spawnSync("tar", ["xf", "x.tar"], { cwd: folder }).status, 0);
      assert.equal(readFileSync(join(folder, "tables", "a.copy"), "utf8"), "1\t杯\n");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
