import assert from "node:assert/strict";
import { crc32, deflateSync } from "node:zlib";
import { suite, test } from "node:test";
import type { Outcome } from "@echelon/contract/platform/outcome.ts";
import fc from "fast-check";
import sharp from "sharp";
import { loadSharp } from "./load-sharp.ts";
import { pictureKind } from "./picture-kind.ts";
import { type ReducedPicture, reducePicture } from "./reduce-picture.ts";

const utf8 = new TextEncoder();

/** A photograph's worth of noise: flat color would hide what compression does. */
function drawn(width: number, height: number) {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: "#336699", noise } });
}

/** A PNG of sound head whose pixels are never there: its size is only claimed. */
function claimingPng(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(2_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const codeOf = (outcome: Outcome<ReducedPicture>) => (outcome.ok ? "taken" : outcome.refusal.code);

suite("a picture that somebody uploads", () => {
  test("is kept in two sizes, whatever of the three kinds it was", async () => {
    const source = await drawn(1_800, 900).jpeg().toBuffer();
    const files = [
      source,
      await sharp(source).png({ compressionLevel: 1 }).toBuffer(),
      await sharp(source).webp({ effort: 0 }).toBuffer(),
    ];
    assert.deepEqual(files.map(pictureKind), ["jpeg", "png", "webp"]);
    for (const file of files) {
      const outcome = await reducePicture(file);
      assert.ok(outcome.ok);
      const { large, small, width, height } = outcome.value;
      assert.deepEqual([width, height], [1_600, 800]);
      const looked = await sharp(small).metadata();
      assert.deepEqual([looked.format, looked.width, looked.height], ["webp", 320, 160]);
      assert.equal(pictureKind(large), "webp");
    }
  });

  test("is turned upright and tells nothing of where it was taken", async () => {
    const exif = { IFD0: { Make: "Phone" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1" } };
    const file = await drawn(600, 300)
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    assert.notEqual((await sharp(file).metadata()).exif, undefined);
    const outcome = await reducePicture(file);
    assert.ok(outcome.ok);
    assert.deepEqual([outcome.value.width, outcome.value.height], [300, 600]);
    for (const form of [outcome.value.large, outcome.value.small]) {
      const { exif: kept, icc, xmp, orientation } = await sharp(form).metadata();
      assert.deepEqual([kept, icc, xmp, orientation], [undefined, undefined, undefined, undefined]);
    }
  });

  test("is not made larger than it is, and keeps what is clear", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const file = await sharp({
      create: { width: 40, height: 20, channels: 4, background: clear },
    })
      .png()
      .toBuffer();
    const outcome = await reducePicture(file);
    assert.ok(outcome.ok);
    const { width, height, hasAlpha } = await sharp(outcome.value.large).metadata();
    assert.deepEqual([width, height, hasAlpha], [40, 20, true]);
  });

  test("carries nothing out that was hidden behind its end", async () => {
    const page = "<script>alert(1)</script>";
    const file = Buffer.concat([await drawn(50, 50).jpeg().toBuffer(), utf8.encode(page)]);
    const outcome = await reducePicture(file);
    assert.ok(outcome.ok);
    for (const form of [outcome.value.large, outcome.value.small])
      assert.equal(Buffer.from(form).includes("script"), false);
  });

  test("is refused by its claimed size before its pixels are unpacked", async () => {
    const begun = performance.now();
    assert.equal(
      codeOf(await reducePicture(claimingPng(60_000, 60_000))),
      "exchange/picture-too-many-pixels",
    );
    assert.equal(
      codeOf(await reducePicture(claimingPng(8_001, 5_000))),
      "exchange/picture-too-many-pixels",
    );
    assert.ok(performance.now() - begun < 2_000);
  });

  test("is refused when it breaks off, is too heavy, or is something else", async () => {
    const whole = await drawn(800, 800).jpeg().toBuffer();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const gif = await drawn(20, 20).gif().toBuffer();
    const heavy = Buffer.concat([whole, Buffer.alloc(11 * 2 ** 20)]);
    const dressed = Buffer.concat([whole.subarray(0, 3), utf8.encode(svg)]);
    const cases: [Uint8Array, string][] = [
      [whole.subarray(0, whole.length / 2), "exchange/picture-unreadable"],
      [(await drawn(800, 800).png().toBuffer()).subarray(0, 5_000), "exchange/picture-unreadable"],
      [(await drawn(800, 800).webp().toBuffer()).subarray(0, 5_000), "exchange/picture-unreadable"],
      [claimingPng(3_000, 3_000), "exchange/picture-unreadable"],
      [claimingPng(0, 10), "exchange/picture-unreadable"],
      [dressed, "exchange/picture-unreadable"],
      [utf8.encode(svg), "exchange/picture-wrong-type"],
      [utf8.encode(`<?xml version="1.0"?>${svg}`), "exchange/picture-wrong-type"],
      [gif, "exchange/picture-wrong-type"],
      [utf8.encode("%PDF-1.7"), "exchange/picture-wrong-type"],
      [new Uint8Array(), "exchange/picture-wrong-type"],
      [heavy, "platform/too-large"],
    ];
    for (const [bytes, code] of cases) assert.equal(codeOf(await reducePicture(bytes)), code);
  });

  test("never ends the reader, however its bytes were spoiled", async () => {
    const files = [
      await drawn(60, 40).jpeg().toBuffer(),
      await drawn(60, 40).png().toBuffer(),
      await drawn(60, 40).webp().toBuffer(),
    ];
    const spoiled = fc.tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(8_000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, async ([file, changes]) => {
        const bytes = Buffer.from(file);
        for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
        const code = codeOf(await reducePicture(bytes));
        assert.match(code, /^(taken|exchange\/picture-.*)$/);
      }),
      { numRuns: 60 },
    );
  });

  test("is refused with a sentence where there is no reader", async () => {
    const absent = () => loadSharp(() => Promise.reject(new Error("no build for this computer")));
    const file = await drawn(50, 50).jpeg().toBuffer();
    assert.equal(codeOf(await reducePicture(file, absent)), "exchange/picture-reader-missing");
  });
});
