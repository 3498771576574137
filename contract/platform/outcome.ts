import type { RefusalCode } from "../refusals.ts";

/** Any value that JSON can carry; what a refusal tells about itself. */
export type Fact =
  | string
  | number
  | boolean
  | null
  | readonly Fact[]
  | { readonly [name: string]: Fact };
export type Facts = Readonly<Record<string, Fact>>;

/** An expected "no": a stable code, and the facts that its sentence in either language needs. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly facts: Facts;
}

/** What a use case answers. An exception is for bugs only. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The "no" half of an outcome, which fits an outcome of any value. */
export type Refused = Extract<Outcome<never>, { ok: false }>;

export function ok(): Outcome<undefined>;
export function ok<T>(value: T): Outcome<T>;
export function ok<T>(value?: T): Outcome<T | undefined> {
  return { ok: true, value };
}

/** @example refuse({ code: "practice/season-closed", facts: { season: season.name } }) */
export function refuse(refusal: { code: RefusalCode; facts?: Facts }): Refused {
  return { ok: false, refusal: { code: refusal.code, facts: refusal.facts ?? {} } };
}
