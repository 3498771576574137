/**
 * The log: one JSON object a line.
 *
 * It never holds bodies, names, addresses of people, tokens or secrets; a person appears as an id.
 */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** A bug or a broken thing; the stack goes here and nowhere else. */
  error(event: string, cause: unknown, facts?: LogFacts): void;
  /** The same log with facts that every line repeats. */
  with(facts: LogFacts): Log;
}

export type LogLine = Readonly<Record<string, unknown>>;

export function createLog(
  write: (line: LogLine) => void,
  now: () => Date,
  fixed: LogFacts = {},
): Log {
  const line = (level: string, event: string, facts: LogFacts, cause?: unknown): void => {
    const failure = cause === undefined ? {} : { failure: describe(cause) };
    write({ at: now().toISOString(), level, event, ...fixed, ...facts, ...failure });
  };
  return {
    info: (event, facts = {}) => line("info", event, facts),
    warn: (event, facts = {}) => line("warn", event, facts),
    error: (event, cause, facts = {}) => line("error", event, facts, cause),
    with: (facts) => createLog(write, now, { ...fixed, ...facts }),
  };
}

/** The log of a test that does not look at it. */
export const silentLog: Log = createLog(
  () => {},
  () => new Date(0),
);

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const why = cause.cause === undefined ? "" : `\ncaused by ${describe(cause.cause)}`;
  return `${cause.stack ?? cause.message}${why}`;
}
