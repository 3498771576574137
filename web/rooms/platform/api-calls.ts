import { hasWords } from "../../parts/has-words.ts";

/** As much of the API's description as its page reads. */
export type Described = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly "x-refuses": readonly string[];
            readonly security?: readonly Readonly<Record<string, unknown>>[];
          }
        >
      >
    >
  >;
};

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly refuses: readonly string[];
  /** A store's token opens it. */
  readonly isForProgram: boolean;
};

/** Every call of the API, by path. */
export function callsOf({ paths }: Described): Call[] {
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, call]) => ({
        method: method.toUpperCase(),
        path,
        refuses: call["x-refuses"],
        isForProgram: call.security?.some((way) => "program" in way) ?? false,
      })),
    )
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}

/** Calls whose method and path have every word that was typed. */
export function found(
  calls: readonly Call[],
  { words, isForProgram }: { words: string; isForProgram: boolean },
): Call[] {
  return calls.filter(
    (call) =>
      (!isForProgram || call.isForProgram) && hasWords(`${call.method} ${call.path}`, words),
  );
}
