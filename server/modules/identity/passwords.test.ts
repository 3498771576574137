import assert from "node:assert/strict";
import { test } from "node:test";
import { createSecrets } from "../../platform/secrets.ts";
import { openHashQueue } from "./hash-queue.ts";
import { generatePassword, hashGenerated, isPassword, isWeakPassword } from "./passwords.ts";

test("what everybody tries first is weak, in any writing, and so is the own name", () => {
  for (const word of [
    "12345678",
    "87654321",
    "abcdefgh",
    "aaaaaaaa",
    "PassWord",
    "ｗｏａｉｎｉ１３１４",
    "a123456789",
  ]) {
    assert.ok(isWeakPassword(word), word);
  }
  assert.ok(isWeakPassword("north.li", "north.li"));
  for (const word of ["correct horse battery", "七个字的暗号啊", "x9!kLm2q"])
    assert.ok(!isWeakPassword(word), word);
});

test("a generated password is accepted as it is typed, and only under its own key", async () => {
  const secrets = createSecrets("0".repeat(40));
  const hashing = openHashQueue();
  const password = generatePassword();
  const hash = hashGenerated(secrets, password);
  assert.ok(!hash.includes(password));
  const means = { secrets, hashing };
  assert.equal(await isPassword(means, hash, password), true);
  assert.equal(await isPassword(means, hash, password.toLowerCase().replaceAll("-", " ")), true);
  assert.equal(await isPassword(means, hash, generatePassword()), false);
  assert.equal(await isPassword(means, null, password), false);
  const other = { secrets: createSecrets("1".repeat(40)), hashing };
  assert.equal(await isPassword(other, hash, password), false);
});

test("at most four hashings run at once, the others wait, and too many are sent away", async () => {
  let running = 0;
  let most = 0;
  const slow = async () => {
    most = Math.max(most, (running += 1));
    await new Promise(setImmediate);
    running -= 1;
    return "hash";
  };
  const hashing = openHashQueue({ hash: slow, verify: async () => true });
  const all = Array.from({ length: 130 }, () => hashing.hash("a good long one"));
  assert.equal(hashing.waiting().waiting, 120);
  assert.ok(hashing.waiting().seconds > 0);
  const done = await Promise.all(all);
  assert.deepEqual([most, done.filter((hash) => hash === null).length], [4, 6]);
  assert.deepEqual(hashing.waiting(), { waiting: 0, seconds: 0 });
  assert.equal(await hashing.hash("again"), "hash");
});

test("a hashing that fails lets the next one in", async () => {
  const hashing = openHashQueue({
    hash: async (password) => {
      if (password === "bad") throw new Error("no");
      return "hash";
    },
    verify: async () => true,
  });
  const failing = Array.from({ length: 6 }, () => hashing.hash("bad"));
  const ends = await Promise.allSettled([...failing, hashing.hash("good")]);
  assert.deepEqual(ends.map(({ status }) => status).slice(-1), ["fulfilled"]);
});
