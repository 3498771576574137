import test from "node:test";
import fc from "fast-check";
import { halved } from "./money.ts";

test("a half is never more than the whole", () => {
  fc.assert(fc.property(fc.nat(), (minor) => halved(minor).value <= minor));
});
