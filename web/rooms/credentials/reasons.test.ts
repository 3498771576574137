import assert from "node:assert/strict";
import { test } from "node:test";
import { credentialVerdicts } from "@echelon/contract/exchange/credential-verdicts.ts";
import { credentialReasons } from "@echelon/contract/exchange/credentials.ts";
import en from "../../text/en/credentials.ts";
import zh from "../../text/zh/credentials.ts";

test("every reason and verdict has its sentence in both languages", () => {
  for (const { reasons, verdicts, verdictMeans } of [en, zh]) {
    assert.deepEqual(Object.keys(reasons).toSorted(), [...credentialReasons].toSorted());
    for (const words of [verdicts, verdictMeans])
      assert.deepEqual(Object.keys(words).toSorted(), [...credentialVerdicts].toSorted());
  }
});
