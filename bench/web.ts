/**
 * Promises: what a browser fetches before it shows anything is at most 260 KB after gzip, and what
 * the heaviest room adds at most 90 KB. The charts' library comes later and by itself; its weight
 * stands in the details. Of the two languages the heavier one counts.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { atMost, report } from "./measure.ts";
import { firstWords, roomsOf, textsIn, type Room } from "./web-rooms.ts";
import { entryOf, readBuilt, weigh, type Built } from "./web-weight.ts";

const kilobyte = 1000;
const languages = ["zh", "en"];
const web = join(import.meta.dirname, "..", "web");

/** Builds the app as it is served, with its manifest. */
function build(folder: string): Built {
  const home = createRequire(join(web, "package.json")).resolve("vite/package.json");
  const program = join(home, "..", "bin", "vite.js");
  const flags = ["--manifest", "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
  const { status, stderr } = spawnSync(process.execPath, [program, "build", web, ...flags], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the web app could not be built:\n${stderr}`);
  return readBuilt(folder);
}

const folder = mkdtempSync(join(tmpdir(), "echelon-web-"));
const built = build(folder);
const rooms = roomsOf(web);
const first = (language: string) => [
  entryOf(built.manifest),
  ...textsIn(language, firstWords(web)),
];
const firstLoad = Math.max(...languages.map((language) => weigh(built, first(language))));
const weightOf = ({ file, words }: Room) =>
  Math.max(
    ...languages.map((language) =>
      weigh(built, [file, ...textsIn(language, words)], first(language)),
    ),
  );
const [heaviest] = rooms
  .map((room) => ({ room, bytes: weightOf(room) }))
  .toSorted((a, b) => b.bytes - a.bytes);
const charts = weigh(built, ["parts/echarts.ts"], first("zh"));
rmSync(folder, { recursive: true, force: true });
report([
  atMost("web, first load", firstLoad / kilobyte, 260, "KB after gzip", 1, {
    chartsLater: charts / kilobyte,
  }),
  atMost("web, largest room", heaviest!.bytes / kilobyte, 90, "KB after gzip", 1, {
    room: heaviest!.room.file,
    rooms: rooms.length,
  }),
]);
