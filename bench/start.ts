/**
 * Promise: a start that is not the first one - the app built, the database made - takes at most
 * twelve times that of the smallest server of the same framework, from the process's begin to the
 * first page that it answers.
 */
import { join } from "node:path";
import { atMost, isSmoke, median, report } from "./measure.ts";
import { freePort, startEchelon, startServing, temporaryHome } from "./server-process.ts";

const rounds = isSmoke ? 1 : 7;
const hello = join(import.meta.dirname, "peer", "hello.ts");

/** Starts on what an earlier start has left; a smoke has none. */
async function startOurs(home: string): Promise<number> {
  const { first, startMs, stop } = await startEchelon(home, await freePort(), {
    ECHELON_DEMO: isSmoke ? "0" : "1",
  });
  await stop();
  const isPage = first.status === 200 && first.type.startsWith("text/html");
  if (!isPage && !isSmoke) throw new Error(`answered ${first.status} ${first.type}, not a page`);
  return startMs;
}

async function startHello(): Promise<number> {
  const port = await freePort();
  const { startMs, stop } = await startServing(port, [hello, String(port)]);
  await stop();
  return startMs;
}

const home = temporaryHome();
const ours: number[] = [];
const peers: number[] = [];
try {
  if (!isSmoke) await startOurs(home.path);
  for (let round = 0; round < rounds; round++) {
    ours.push(await startOurs(home.path));
    peers.push(await startHello());
  }
} finally {
  home.remove();
}
report([
  atMost("start", median(ours), median(peers), "a bare Fastify hello, ms by the clock", 12, {
    ours: ours.map(Math.round),
    hello: peers.map(Math.round),
  }),
]);
