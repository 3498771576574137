import type { ParseArgsOptionsConfig } from "node:util";
import type { Say } from "./text/text.ts";

/** Where a command reads and writes; handed in, so that tests see all of it. */
export interface Terminal {
  /** The result, and nothing but the result: what a script reads. */
  out(text: string): void;
  /** What a person is told meanwhile. */
  tell(text: string): void;
  /**
   * All of standard input; null where it is larger than any file that the command takes.
   *
   * @param bytesMax  for a command that takes larger files than most
   */
  input(bytesMax?: number): Promise<Uint8Array | null>;
  readonly environment: NodeJS.ProcessEnv;
  /** The folder of the clone. */
  readonly folder: string;
  /** Resolves when the user or the system asks the program to end. */
  readonly ended: Promise<void>;
}

export interface Call {
  readonly terminal: Terminal;
  readonly say: Say;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/**
 * One command of `echelon`: a file in `commands/` whose `command` is this. Its help is in
 * `text/{zh,en}.ts` under its name.
 */
export interface Command {
  readonly options?: ParseArgsOptionsConfig;
  /**
   * Names of positional arguments, in order; those from `[` on are optional: `"file"`, `"[file]"`.
   */
  readonly positionals?: readonly string[];
  /** Gives the exit code. */
  run(call: Call): Promise<number>;
}
