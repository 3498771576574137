/** Promise: the engine at competition size fits into 300 MB, the whole process counted. */
import { execFileSync } from "node:child_process";
import { runExampleDay } from "@echelon/kernel/market/examples/example-day.ts";
import { atMost, isSmoke, report } from "./measure.ts";
import { openMarket } from "./market-world.ts";

const megabyte = 1_000_000;
const days = isSmoke ? 1 : 6;

// A process of its own, so that what another bench left behind does not count.
if (process.argv.includes("--child")) {
  const engine = openMarket();
  for (let day = 0; day < days; day++) runExampleDay(engine);
  console.log(process.resourceUsage().maxRSS * 1024);
} else {
  const flags = ["--child", ...(isSmoke ? ["--smoke"] : [])];
  const text = execFileSync(process.execPath, [import.meta.filename, ...flags], {
    encoding: "utf8",
  });
  const most = Number(text) / megabyte;
  report([atMost("market-memory", most, 300, "MB of resident memory, at its most", 1)]);
}
