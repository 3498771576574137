import { measureSkill, type SkillMeasured } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import type { Say } from "../text/text.ts";
import { wholeNumber } from "../whole-number.ts";

/**
 * Measures how far the score tells skill from luck, on bots of known skill and on recipes: 0 when
 * every gate is met. Goals stand beside the gates and decide nothing.
 */
export const command: Command = {
  options: {
    scenario: { type: "string" },
    seasons: { type: "string" },
    worlds: { type: "string" },
    stores: { type: "string" },
    seed: { type: "string" },
    workers: { type: "string" },
    json: { type: "boolean" },
  },
  async run({ terminal, say, options }) {
    const scenario = String(options["scenario"] ?? "class-40");
    const number = (name: string, usual: number, least: number, most: number) =>
      wholeNumber(options[name] ?? String(usual), least, most);
    const seasons = number("seasons", 6, 2, 60);
    const worlds = number("worlds", 60, 0, 400);
    const stores = number("stores", 260, 20, 2000);
    const seed = number("seed", 11, 0, 1_000_000);
    const threads = number("workers", 2, 1, 64);
    if (
      seasons === null ||
      worlds === null ||
      stores === null ||
      seed === null ||
      threads === null
    ) {
      terminal.tell(say("wrong-arguments", { name: "psychometrics" }));
      return 2;
    }
    const measured = await measureSkill({
      scenario,
      stores,
      incumbents: Math.floor(stores / 4),
      days: 70,
      seasons,
      worlds: {
        scripts: worlds,
        follies: Math.ceil(worlds / 5),
        honesty: Math.ceil(worlds / 2),
      },
      worldStores: 80,
      seed,
      threads,
      progress: (done, all) => {
        if (options["json"] !== true) terminal.tell(say("psychometrics/progress", { done, all }));
      },
    });
    if (measured === null) {
      terminal.tell(say("simulate/no-scenario", { scenario }));
      return 2;
    }
    if (options["json"] === true) terminal.out(JSON.stringify(measured));
    else for (const line of tableOf(measured, say)) terminal.out(line);
    return measured.isMet ? 0 : 1;
  },
};

function tableOf(measured: SkillMeasured, say: Say): readonly string[] {
  const { skill, gates, goals, honesty } = measured;
  const { stores } = skill;
  const { scenario, days, seconds } = measured;
  return [
    say("psychometrics/head", { scenario, stores, days, seasons: skill.seasons.length, seconds }),
    "",
    row(["seed", "Spearman", "95 %", "z", say("psychometrics/levels")], seasonWidths),
    ...skill.seasons.map((season) =>
      row(
        [
          String(season.seed),
          three(season.spearman),
          `${three(season.low)}-${three(season.high)}`,
          season.jonckheereZ.toFixed(1),
          season.levelMeans.map((mean) => mean.toFixed(0)).join(" "),
        ],
        seasonWidths,
      ),
    ),
    "",
    line(say("psychometrics/retest"), three(skill.retest)),
    line("ICC(2,1)", three(skill.icc)),
    line(
      say("psychometrics/three"),
      [skill.threePredicted, skill.threeMeasured].map(threeOrDash).join(" / "),
    ),
    line(say("psychometrics/quarter"), three(skill.sameQuarter)),
    line(say("psychometrics/of-mean"), three(skill.spearmanOfMean)),
    "",
    row([say("psychometrics/part"), "Spearman", say("psychometrics/retest")], partWidths),
    ...skill.parts.map(({ name, spearman, retest }) =>
      row([name, three(spearman), three(retest)], partWidths),
    ),
    "",
    ...skill.fairness.map(({ name, t }) => line(`t, ${name}`, t.toFixed(2))),
    ...(honesty.length > 0 ? recipeLines(measured, say) : []),
    "",
    ...gates.map((one) => checkLine(one, say("psychometrics/gate"))),
    ...goals.map((one) => checkLine(one, say("psychometrics/goal"))),
  ];
}

/** What recipes were worth; nothing where none were played. */
function recipeLines(measured: SkillMeasured, say: Say): readonly string[] {
  const { scripts, follies, honesty, average } = measured;
  return [
    "",
    ...scripts.map(({ id, wins, firsts, meanScore }) =>
      line(id, say("psychometrics/script", { wins, firsts, score: meanScore.toFixed(0) })),
    ),
    "",
    line(say("psychometrics/average"), average.toFixed(0)),
    ...follies.map(({ id, meanScore }) => line(id, meanScore.toFixed(0))),
    "",
    ...honesty.map(({ seed, honestScore, boastingScore, honestWanted, boastingWanted }) =>
      line(
        say("psychometrics/honesty", { seed }),
        `${honestScore} : ${boastingScore}, ${honestWanted} : ${boastingWanted}`,
      ),
    ),
  ];
}

const seasonWidths = [8, 9, 12, 6, 0];
const partWidths = [20, 9, 0];

const three = (value: number) => value.toFixed(3);
const threeOrDash = (value: number | null) => (value === null ? "–" : three(value));

const row = (cells: readonly string[], widths: readonly number[]) =>
  cells.map((cell, at) => cell.padEnd(widths[at]!)).join(" ");

const line = (name: string, value: string) => `${name.padEnd(30)} ${value}`;

function checkLine(
  { name, value, limit, isMost, isMet }: SkillMeasured["gates"][number],
  kind: string,
): string {
  const bound = `${isMost === true ? "≤" : "≥"} ${limit}`;
  return `${isMet ? "ok  " : "MISS"} ${kind} ${name.padEnd(20)} ${three(value)} ${bound}`;
}
