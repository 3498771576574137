import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { Fault } from "@echelon/server/main.ts";
import type { Command, Terminal } from "./command.ts";
import { refusedByComputer } from "./refused-by-computer.ts";
import { type Language, languageOf, type Say, textsOf } from "./text/text.ts";

const folder = new URL("./commands/", import.meta.url);

/**
 * Runs one command and gives the exit code: 0 done, 1 refused or failed, 2 called wrongly.
 *
 * A command is a file; whoever adds one adds nothing here.
 */
export async function runEchelon(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = languageOf(args, terminal.environment);
  const say = textsOf(language);
  const [name = "help", ...rest] = withoutLanguage(args);
  if (name === "help" || name === "--help" || name === "-h") {
    terminal.out(helpOf(say));
    return 0;
  }
  if (!commandNames().includes(name)) {
    terminal.tell(say("unknown-command", { name }));
    return 2;
  }
  const { command } = (await import(new URL(`${name}.ts`, folder).href)) as { command: Command };
  return runCommand(name, command, rest, terminal, say);
}

/** The commands that exist, by the files that hold them. */
export function commandNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -".ts".length))
    .toSorted();
}

async function runCommand(
  name: string,
  command: Command,
  args: readonly string[],
  terminal: Terminal,
  say: Say,
): Promise<number> {
  const parsed = parse(command, args);
  if (parsed === null) {
    terminal.tell(`${say("wrong-arguments", { name })}\n\n${usageOf(name, command, say)}`);
    return 2;
  }
  if (parsed.options["help"] === true) {
    terminal.out(usageOf(name, command, say));
    return 0;
  }
  try {
    return await command.run({ terminal, say, ...parsed });
  } catch (error) {
    const refused = refusedByComputer(error, say);
    if (refused !== null) {
      terminal.tell(refused);
      return 1;
    }
    if (!(error instanceof Fault)) {
      terminal.tell(
        `${say("bug")}\n${error instanceof Error ? (error.stack ?? "") : String(error)}`,
      );
      if (error instanceof Error && error.cause instanceof Error)
        terminal.tell(error.cause.message);
      return 1;
    }
    terminal.tell(say(error.code, error.facts));
    return 1;
  }
}

function parse(command: Command, args: readonly string[]) {
  const names = command.positionals ?? [];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: names.length > 0,
    });
    const needed = names.filter((positional) => !positional.startsWith("["));
    if (positionals.length < needed.length || positionals.length > names.length) return null;
    return {
      options: values as Readonly<Record<string, string | boolean | undefined>>,
      positionals,
    };
  } catch {
    return null;
  }
}

function withoutLanguage(args: readonly string[]): string[] {
  return args.filter((arg, at) => !arg.startsWith("--lang") && args[at - 1] !== "--lang");
}

function usageOf(name: string, command: Command, say: Say): string {
  const places = (command.positionals ?? []).map((place) =>
    place.startsWith("[") ? place : `<${place}>`,
  );
  const head = [`echelon ${name}`, ...places].join(" ");
  const options = Object.entries(command.options ?? {}).map(([option, { type }]) => {
    const flag = `--${option}${type === "string" ? " …" : ""}`;
    return `  ${flag.padEnd(20)} ${say(`${name} --${option}`)}`;
  });
  return [head, `  ${say(`command ${name}`)}`, ...options].join("\n");
}

function helpOf(say: Say): string {
  const lines = commandNames().map((name) => `  ${name.padEnd(10)} ${say(`command ${name}`)}`);
  return [say("help-head"), "", ...lines, "", say("help-foot")].join("\n");
}

export type { Language };
