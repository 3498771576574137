/** By lot: who takes which of two parallel tests first. */

import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniformBelow } from "../../random/uniform.ts";

export const testForms = ["a", "b"] as const;
export type TestForm = (typeof testForms)[number];

export const otherForm = (form: TestForm): TestForm => (form === "a" ? "b" : "a");

/**
 * The form that a seat takes first. Of seats 2k and 2k + 1 one takes each form, by lot: however
 * many come, the two orders differ by one person at most, and of two who begin one after the other
 * each often has another form than the neighbor (permuted blocks of two).
 *
 * @param seat  number of the person in the test, from 0, in the order in which people began
 */
export function firstForm(seat: number, key: Key): TestForm {
  const drawn = uniformBelow(2, seat >>> 1, 0, 0, address(purpose.testForm), key);
  return testForms[(drawn + (seat & 1)) & 1]!;
}
