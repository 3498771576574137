import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8 } from "fflate";
import { putPicture } from "../store/import-store.ts";
import { openCatalogHouse } from "../testing/catalog-house.ts";

test("a drawing is served so that it can run nothing, and may be kept for ever", async () => {
  const { app, student } = await openCatalogHouse();
  try {
    const { files, database } = app.app.means;
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const { hash, bytes } = await files.put(strToU8(drawing));
    await database.transaction((tx) =>
      putPicture(tx, { hash, media_type: "image/svg+xml", bytes, small_hash: null }),
    );
    const get = (picture: string) =>
      app.call(student, "GET /pictures/:picture", { where: { picture } });
    const { status, raw } = await get(hash);
    assert.equal(status, 200);
    assert.equal(raw.body, drawing);
    assert.equal(raw.headers["content-type"], "image/svg+xml");
    assert.match(String(raw.headers["content-security-policy"]), /^default-src 'none'.*sandbox$/);
    assert.equal(raw.headers["x-content-type-options"], "nosniff");
    assert.match(String(raw.headers["cache-control"]), /immutable/);
    assert.equal((await get("0".repeat(64))).code, "exchange/no-such-picture");
    assert.equal((await get("../../etc/passwd")).code, "platform/malformed-request");
    const nobody = await app.call(null, "GET /pictures/:picture", { where: { picture: hash } });
    assert.equal(nobody.code, "platform/not-signed-in");
  } finally {
    await app.stop();
  }
});
