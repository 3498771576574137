import type { Outcome } from "../outcome.ts";
import { half } from "../number/exp.ts";

export function halved(minor: number): Outcome<number> {
  return { ok: true, value: Math.trunc((minor * half) / 1024) };
}
