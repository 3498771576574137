import { before, beforeEach, suite } from "node:test";

before(() => {});
suite("inside a suite a hook is the suite's own", () => {
  beforeEach(() => {});
});
beforeEach(() => {});
