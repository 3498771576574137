import { comparePolicies, type PolicyWish, usualPolicyWish } from "@echelon/server/main.ts";
import { atLeft, atRight } from "../columns.ts";
import type { Call, Command } from "../command.ts";
import { wholeNumber } from "../whole-number.ts";

const worldsMax = 64;
const seedMax = 1_000_000;
const schoolsMax = 100;
const citiesMax = 30;

/** Compares ways of deciding seats in made-up worlds. */
export const command: Command = {
  options: {
    json: { type: "boolean" },
    worlds: { type: "string" },
    seed: { type: "string" },
    schools: { type: "string" },
    cities: { type: "string" },
    "half-years": { type: "string" },
  },
  async run(call) {
    const { terminal, say, options } = call;
    const wish = wishOf(call);
    if (wish === null) {
      terminal.tell(say("wrong-arguments", { name: "policy-sim" }));
      return 2;
    }
    const ending = new AbortController();
    void terminal.ended.then(() => ending.abort());
    const hear = ({ seed, policy }: { seed: number; policy: string }) =>
      terminal.tell(say("policy-sim/now", { seed, policy: say(`policy-sim/${policy}`) }));
    const simulated = await comparePolicies(wish, { signal: ending.signal, hear });
    if (options["json"] === true) terminal.out(JSON.stringify(simulated));
    else print(call, simulated);
    return 0;
  },
};

/** What was asked for; null where it makes no sense. */
function wishOf({ options }: Call): PolicyWish | null {
  const usual = usualPolicyWish;
  const number = (name: string, otherwise: number, least: number, most: number) => {
    const asked = options[name];
    return asked === undefined ? otherwise : wholeNumber(asked, least, most);
  };
  const worlds = number("worlds", usual.seeds.length, 1, worldsMax);
  const seed = number("seed", usual.seeds[0]!, 1, seedMax);
  const schools = number("schools", usual.schools, 1, schoolsMax);
  const cities = number("cities", usual.cities, 1, citiesMax);
  // Half-years up to the eighth are not counted, so there must be some after it.
  const halfYears = number("half-years", usual.halfYears, 10, 60);
  if (worlds === null || seed === null || schools === null || cities === null) return null;
  if (halfYears === null) return null;
  const seeds = Array.from({ length: worlds }, (_, at) => seed + at);
  return { ...usual, seeds, schools, cities, halfYears };
}

const nameWidth = 28;
const width = 12;

function print({ terminal, say }: Call, simulated: Awaited<ReturnType<typeof comparePolicies>>) {
  const row = (name: string, ...cells: readonly string[]) =>
    terminal.out([atLeft(name, nameWidth), ...cells.map((cell) => atRight(cell, width))].join(" "));
  const heads = ["shortage", "surplus", "loss", "cost", "moved", "better"] as const;
  row(say("policy-sim/way"), ...heads.map((head) => say(`policy-sim/${head}`)));
  for (const one of simulated.policies) {
    row(
      say(`policy-sim/${one.policy}`),
      (100 * one.shortageShare).toFixed(1),
      (100 * one.surplusShare).toFixed(1),
      one.weightedLoss.toFixed(0),
      one.cost.toFixed(0),
      one.seatsMoved.toFixed(0),
      one.policy === "rolling" ? "–" : `${one.rollingBetter}/${simulated.seeds.length}`,
    );
  }
  const { avoidableRemoved } = simulated;
  if (avoidableRemoved === null) return;
  terminal.out(say("policy-sim/removed", { share: (100 * avoidableRemoved).toFixed(0) }));
}
