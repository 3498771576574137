/** Tasks that misbehave, each in its own way, for the tests of the threads. */
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { fileTask } from "../file-threads.ts";

export function growForEver(): Outcome<never> {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 1_000 }, (_, at) => `${at}${kept.length}`));
}

export function spinForEver(): Outcome<number> {
  for (let at = 0; ; at = (at + 1) % 7) if (at < 0) return ok(at);
}

export function fail(): Outcome<never> {
  throw new Error("a bug");
}

export const growing = fileTask(import.meta.url, growForEver);
export const spinning = fileTask(import.meta.url, spinForEver);
export const failing = fileTask(import.meta.url, fail);
