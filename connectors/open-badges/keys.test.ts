import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { anySealing, sealing } from "./testing/any-credential.ts";
import { addressOfDidWeb, didDocument, didKey, didWeb, documentOfDidKey, keyIn } from "./did.ts";
import { isSignedBy, makeKey, readMultikey, signerOf } from "./keys.ts";
import { fromBase58, fromBase64url, toBase58 } from "./multibase.ts";

suite("keys", () => {
  test("a kept key signs, and shows its private half nowhere", () => {
    const kept = makeKey(sealing);
    const signer = signerOf(kept, sealing, didKey(kept.publicKey));
    const bytes = Buffer.from("what is signed");
    assert.ok(isSignedBy(readMultikey(kept.publicKey)!, bytes, signer.sign(bytes)));
    const opened = sealing.open(kept.sealed, `credential key ${kept.publicKey}`);
    assert.equal(Buffer.from(opened, "base64url").length, 32);
    assert.ok(!JSON.stringify([kept, signer]).includes(opened));
  });

  test("a sealed half opens only with its own secret, and beside its own public half", () => {
    const [one, other] = [makeKey(sealing), makeKey(sealing)];
    const did = didKey(one.publicKey);
    assert.throws(() => signerOf(one, anySealing(), did));
    assert.throws(() => signerOf({ ...one, sealed: other.sealed }, sealing, did));
  });

  test("a did:key is its own document", () => {
    const { publicKey } = makeKey(sealing);
    const did = didKey(publicKey);
    assert.equal(keyIn(documentOfDidKey(did), did, `${did}#${publicKey}`, 0).ok, true);
    for (const wrong of [`${did}x`, "did:key:", "did:key:z6Mk", "did:web:school.example"])
      assert.equal(documentOfDidKey(wrong), null);
  });

  test("a did:web lies where the method says, and nowhere else", () => {
    const at = (did: string) => addressOfDidWeb(did);
    assert.equal(at(didWeb("https://s.example")), "https://s.example/.well-known/did.json");
    assert.equal(
      at(didWeb("https://s.example:8443", "a-b")),
      "https://s.example:8443/o/a-b/did.json",
    );
    for (const wrong of [
      "did:web:",
      "did:web:user%40host.example",
      "did:web:host.example%2Fpath",
      "did:web:host.example:..",
      "did:web:host.example:a?b",
      "did:web:%E0%A4%A",
      "did:key:host.example",
      "https://host.example",
    ])
      assert.equal(at(wrong), null, wrong);
  });

  test("a document lists every key that may have signed", () => {
    const keys = [makeKey(sealing).publicKey, makeKey(sealing).publicKey];
    const did = didWeb("https://s.example", "school");
    const document = didDocument(did, keys);
    assert.deepEqual(
      document.assertionMethod,
      keys.map((key) => `${did}#${key}`),
    );
    for (const key of keys) assert.ok(keyIn(document, did, `${did}#${key}`, 0).ok);
  });
});

suite("spellings", () => {
  test("bytes come back from base 58, and each value has one spelling", () => {
    assert.equal(toBase58(Buffer.from("Hello World!")), "z2NEpo7TZRRrLZSi2U");
    assert.equal(toBase58(Uint8Array.from([0, 0, 40, 127, 180, 205])), "z11233QC4");
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), (bytes) => {
        const text = toBase58(bytes);
        assert.deepEqual(Buffer.from(fromBase58(text, bytes.length)!), Buffer.from(bytes));
        assert.equal(fromBase58(`z1${text.slice(1)}`, bytes.length), null);
        assert.equal(fromBase58(text, bytes.length + 1), null);
      }),
    );
    for (const wrong of ["", "z", "2NEpo", "z0", "zO", "zI", "zl", null, `z${"2".repeat(300)}`])
      assert.equal(fromBase58(wrong, 12), null);
  });

  test("base64url with spare bits, padding or other letters is refused", () => {
    assert.deepEqual(fromBase64url("AA"), Buffer.from([0]));
    for (const wrong of ["AB", "AA==", "A+", "A", "A A"]) assert.equal(fromBase64url(wrong), null);
  });
});
