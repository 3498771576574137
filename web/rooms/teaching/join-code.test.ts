import assert from "node:assert/strict";
import { test } from "node:test";
import { codeGrouped, isOfThisComputer, joinAddress, plainCode } from "./join-code.ts";

test("a code is the same code in any case, with or without dash, in wide letters too", () => {
  for (const typed of ["7k2mq4rd", "7K2M-Q4RD", " 7k2m q4rd ", "７Ｋ２ＭＱ４ＲＤ"])
    assert.equal(plainCode(typed), "7K2MQ4RD");
});

test("a code has eight characters, none of which is taken for another", () => {
  assert.equal(plainCode("7K2MQ4R"), null);
  assert.equal(plainCode("7K2MQ4RDX"), null);
  assert.equal(plainCode("0K2MQ4RD"), null);
  assert.equal(plainCode("IK2MQ4RD"), null);
});

test("a code is shown in two groups while it is typed", () => {
  assert.equal(codeGrouped("7k2"), "7K2");
  assert.equal(codeGrouped("7k2mq"), "7K2M-Q");
  assert.equal(codeGrouped("7K2M-Q4RDTOOLONG"), "7K2M-Q4RD");
});

test("an address of this computer alone is none for a phone", () => {
  for (const host of ["127.0.0.1:4100", "localhost:4100", "[::1]:4100"])
    assert.equal(isOfThisComputer(`http://${host}/join/7K2MQ4RD`), true, host);
  for (const host of ["192.168.1.20:4100", "echelon.example", "127.example"])
    assert.equal(isOfThisComputer(`http://${host}/join/7K2MQ4RD`), false, host);
});

test("the address to type ends before the code", () => {
  assert.equal(joinAddress("http://10.0.0.5:4100/join/7K2MQ4RD"), "http://10.0.0.5:4100/join");
});
