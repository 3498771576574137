import { simulateSeason } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { wholeNumber } from "../whole-number.ts";

/** Runs a season of bots in memory: no database, no people. */
export const command: Command = {
  options: {
    scenario: { type: "string" },
    seed: { type: "string" },
    days: { type: "string" },
    workers: { type: "string" },
    json: { type: "boolean" },
  },
  async run({ terminal, say, options }) {
    const scenario = String(options["scenario"] ?? "first-week");
    const seed = wholeNumber(options["seed"] ?? "42", 0, 2_147_483_647);
    const days = wholeNumber(options["days"] ?? "7", 1, 400);
    const workers = wholeNumber(options["workers"] ?? "1", 1, 64);
    if (seed === null || days === null || workers === null) {
      terminal.tell(say("wrong-arguments", { name: "simulate" }));
      return 2;
    }
    const result = await simulateSeason({ scenario, seed, days, workers });
    if (result === null) {
      terminal.tell(say("simulate/no-scenario", { scenario }));
      return 2;
    }
    if (options["json"] === true) terminal.out(JSON.stringify(result));
    else for (const [name, value] of Object.entries(result)) terminal.out(lineOf(name, value));
    return 0;
  },
};

const lineOf = (name: string, value: unknown) =>
  `${name.padEnd(10)} ${typeof value === "string" ? value : JSON.stringify(value)}`;
