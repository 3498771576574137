import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { around, anyList, bytesOf, endorsedBadge, listAddress } from "./testing/any-credential.ts";
import { bakePng, unbakePng } from "./bake-png.ts";
import { bakeSvg, unbakeSvg } from "./bake-svg.ts";
import { readCredentialFile } from "./read-file.ts";
import { verifyFile } from "./verify.ts";

const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#0a6" } })
  .png()
  .toBuffer();
const drawing =
  '<?xml version="1.0"?>\n<!-- <svg> -->' +
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">' +
  '<title a=">">徽章</title></svg>';
const badge = JSON.stringify(await endorsedBadge());

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The picture with a chunk of somebody else's before its end. */
const withChunk = (data: Uint8Array) =>
  Buffer.concat([picture.subarray(0, -12), chunk("iTXt", data), picture.subarray(-12)]);

suite("a badge in a picture", () => {
  test("goes in and comes out of PNG and SVG, and verifies there", async () => {
    const options = around({ [listAddress]: await anyList() });
    for (const baked of [bakePng(picture, badge)!, bytesOf(bakeSvg(drawing, badge)!)])
      assert.equal((await verifyFile(baked, options)).verdict, "valid");
  });

  test("the picture stays what it was", async () => {
    const baked = bakePng(picture, badge)!;
    const [before, after] = [sharp(picture), sharp(baked)];
    assert.deepEqual(await after.raw().toBuffer(), await before.raw().toBuffer());
    const drawn = await sharp(Buffer.from(bakeSvg(drawing, badge)!)).metadata();
    assert.equal(drawn.width, 8);
  });

  test("any text comes back as it went in, tokens too", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constant("]]>&lt;<x/>"));
    fc.assert(
      fc.property(text, (of) => {
        const said = `{${of}}`;
        assert.deepEqual(unbakePng(bakePng(picture, said)!), { ok: true, credential: said });
        assert.deepEqual(unbakeSvg(bakeSvg(drawing, said)!), { ok: true, credential: said });
      }),
    );
    const token = "eyJh.eyJi.c2ln";
    assert.match(bakeSvg(drawing, token)!, /verify="eyJh\.eyJi\.c2ln"/);
    assert.deepEqual(unbakeSvg(bakeSvg(drawing, token)!), { ok: true, credential: token });
    assert.deepEqual(unbakePng(bakePng(picture, token)!), { ok: true, credential: token });
  });

  test("a second baking replaces the first", () => {
    const png = bakePng(bakePng(picture, "{1}")!, "{2}")!;
    assert.deepEqual(unbakePng(png), { ok: true, credential: "{2}" });
    const svg = bakeSvg(bakeSvg(drawing, "{1}")!, "{2}")!;
    assert.deepEqual(unbakeSvg(svg), { ok: true, credential: "{2}" });
  });

  test("others may pack it, write entities, or leave it out", () => {
    const packed = Buffer.concat([
      Buffer.from("openbadgecredential\0\x01\0en\0b\0"),
      deflateSync("{}"),
    ]);
    assert.deepEqual(unbakePng(withChunk(packed)), { ok: true, credential: "{}" });
    const svg = drawing.replace(
      "<title",
      "<openbadges:credential>{&quot;a&quot;:&lt;}</openbadges:credential><title",
    );
    assert.deepEqual(unbakeSvg(svg), { ok: true, credential: '{"a":<}' });
    assert.deepEqual(unbakePng(picture), { ok: false, why: "credential-missing" });
    assert.deepEqual(unbakeSvg(drawing), { ok: false, why: "credential-missing" });
  });
});

suite("hostile files", () => {
  const why = (bytes: Uint8Array) => {
    const read = readCredentialFile(bytes);
    return read.ok ? null : read.why;
  };

  test("a packed text that unpacks to too much is refused", () => {
    const bomb = deflateSync(Buffer.alloc(64 * 2 ** 20, 0x20));
    const data = Buffer.concat([Buffer.from("openbadgecredential\0\x01\0\0\0"), bomb]);
    assert.equal(why(withChunk(data)), "file-unreadable");
  });

  test("two credentials in one picture are none", () => {
    const data = Buffer.from("openbadgecredential\0\0\0\0\0{}");
    assert.equal(
      why(Buffer.concat([bakePng(withChunk(data), badge)!.subarray(0, -12)])),
      "file-unreadable",
    );
    const both = Buffer.concat([
      bakePng(picture, badge)!.subarray(0, -12),
      chunk("iTXt", data),
      picture.subarray(-12),
    ]);
    assert.equal(why(both), "file-unreadable");
    const twice = drawing.replace(
      "</svg>",
      `${"<openbadges:credential verify='a.b.c'/>".repeat(2)}</svg>`,
    );
    assert.equal(why(bytesOf(twice)), "file-unreadable");
  });

  test("lengths that lie, chunks without end, and files that are cut short", () => {
    const baked = Buffer.from(bakePng(picture, badge)!);
    for (let end = 0; end < baked.length; end += 37)
      assert.notEqual(why(baked.subarray(0, end)), null);
    const lying = Buffer.from(baked);
    lying.writeUInt32BE(0xffff_ffff, 33);
    assert.equal(why(lying), "file-unreadable");
    const many = Buffer.concat(
      Array.from({ length: 11_000 }, () => chunk("tEXt", Buffer.alloc(0))),
    );
    const long = Buffer.concat([picture.subarray(0, 33), many, picture.subarray(33)]);
    assert.equal(why(long), "file-unreadable");
    assert.equal(why(new Uint8Array(11 * 2 ** 20)), "file-too-large");
  });

  test("drawings with a document type, and such as never close, are read in no time", () => {
    const started = process.cpuUsage();
    const of = (text: string) => why(bytesOf(text));
    assert.equal(of(`<!DOCTYPE svg [<!ENTITY a "aa">]>${drawing}`), "file-unreadable");
    for (const part of ["<!--", '<"', "<![CDATA[", "<a ", "<svg '", "<openbadges:credential>"])
      assert.notEqual(of(`<svg>${part.repeat(200_000)}`), null);
    assert.ok(process.cpuUsage(started).user < 3_000_000);
  });

  test("no bytes at all throw", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void why(bytes)));
    const headed = fc
      .uint8Array({ maxLength: 300 })
      .map((bytes) => Buffer.concat([picture, bytes]));
    fc.assert(fc.property(headed, (bytes) => void why(bytes)));
  });
});
