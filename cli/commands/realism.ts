import { measureRealism, type Scorecard } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { wholeNumber } from "../whole-number.ts";

/** The seeds of the design; a scorecard of others is not comparable with the one that ships. */
const seeds = [42, 7, 99] as const;

/**
 * Measures how like a real market the engine's is: 0 when every hard moment and nine tenths of all
 * lie in their bands.
 */
export const command: Command = {
  options: {
    scenario: { type: "string" },
    workers: { type: "string" },
    json: { type: "boolean" },
  },
  async run({ terminal, say, options }) {
    const scenario = String(options["scenario"] ?? "class-40");
    const workers = wholeNumber(options["workers"] ?? "2", 1, 64);
    if (workers === null) {
      terminal.tell(say("wrong-arguments", { name: "realism" }));
      return 2;
    }
    const card = await measureRealism({ scenario, seeds, workers });
    if (card === null) {
      terminal.tell(say("simulate/no-scenario", { scenario }));
      return 2;
    }
    if (options["json"] === true) terminal.out(JSON.stringify(card, null, 2));
    else for (const line of tableOf(card)) terminal.out(line);
    return card.passes ? 0 : 1;
  },
};

/** The scorecard as a table: a moment a line, a seed a column. */
function tableOf(card: Scorecard): readonly string[] {
  const { engine, scenario, stores, offers, markets, categories, visitsPerDay } = card;
  const size = `${stores} stores, ${offers} offers, ${markets} markets, ${categories} categories`;
  const head = `${scenario}, engine ${engine}: ${size}, ${visitsPerDay} visits a day`;
  const columns = card.seeds.map((seed) => `seed ${seed}`.padStart(readingWidth)).join(" ");
  const share = `${(100 * card.share).toFixed(1)} %`;
  const outs = card.hardOut.map((name) => ` ! ${name}`).join("");
  return [
    head,
    `${"".padEnd(nameWidth)} ${"".padEnd(bandWidth)} ${columns}`,
    ...card.moments.map(lineOf),
    `${card.passes ? "pass" : "FAIL"}: ${share}${outs}`,
  ];
}

const nameWidth = 28;
const bandWidth = 22;
const readingWidth = 18;

function lineOf({ name, unit, lo, hi, isHard, readings }: Scorecard["moments"][number]): string {
  const band = `${isHard ? "!" : " "}[${lo}, ${hi}] ${unit}`.padEnd(bandWidth);
  const cells = readings.map(({ value, standardError, isIn }) => {
    const error = standardError === null ? "" : ` ±${standardError.toFixed(3)}`;
    return `${isIn ? "" : "* "}${value.toFixed(3)}${error}`.padStart(readingWidth);
  });
  return `${name.padEnd(nameWidth)} ${band} ${cells.join(" ")}`;
}
