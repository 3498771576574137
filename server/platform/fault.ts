/**
 * A reason not to start or not to go on that a person can act on: a taken port, a newer database.
 *
 * It has a code and facts like a refusal; the command line says it as a sentence in both languages.
 */
export type FaultCode =
  | "config/secret-spoiled"
  | "config/wrong-value"
  | "database/binaries-missing"
  | "database/data-of-other-major"
  | "database/data-of-other-user"
  | "database/did-not-start"
  | "database/gone"
  | "database/not-empty"
  | "database/not-supported-here"
  | "database/refused-grant"
  | "database/unreachable"
  | "database/wrong-encoding"
  | "database/wrong-version"
  | "platform/database-newer"
  | "platform/migration-changed"
  | "platform/migration-gap"
  | "http/port-taken"
  | "jobs/unknown-task"
  | "backup/mismatch"
  | "backup/newer-format"
  | "backup/unknown-migration"
  | "backup/unreadable";

export type FaultFacts = Readonly<Record<string, string | number>>;

export class Fault extends Error {
  readonly code: FaultCode;
  readonly facts: FaultFacts;

  constructor(code: FaultCode, facts: FaultFacts = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = "Fault";
    this.code = code;
    this.facts = facts;
  }
}
