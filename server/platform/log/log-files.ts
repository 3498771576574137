import { createWriteStream, mkdirSync, readdirSync, rmSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import type { LogLine } from "./log.ts";

const daysKept = 30;

/** Where log lines go: one file a day for each kind of process, kept for 30 days. */
export interface LogFiles {
  write(line: LogLine): void;
  close(): Promise<void>;
}

export function openLogFiles(folder: string, kind: string, now: () => Date): LogFiles {
  mkdirSync(folder, { recursive: true, mode: 0o750 });
  let day = "";
  let stream: WriteStream | null = null;
  const turnTo = (today: string): WriteStream => {
    stream?.end();
    day = today;
    forgetOld(folder, now());
    stream = createWriteStream(join(folder, `${kind}-${today}.jsonl`), { flags: "a", mode: 0o640 });
    // A full disk must not end the server; the status page tells about the disk.
    stream.on("error", () => {});
    return stream;
  };
  return {
    write(line) {
      const today = now().toISOString().slice(0, 10);
      const target = today === day && stream !== null ? stream : turnTo(today);
      target.write(`${JSON.stringify(line)}\n`);
    },
    close: () => new Promise((done) => (stream === null ? done() : stream.end(() => done()))),
  };
}

function forgetOld(folder: string, now: Date): void {
  const oldest = new Date(now.getTime() - daysKept * 86_400_000).toISOString().slice(0, 10);
  for (const name of readdirSync(folder)) {
    const date = /-(\d{4}-\d\d-\d\d)\.jsonl$/.exec(name)?.[1];
    if (date !== undefined && date < oldest) rmSync(join(folder, name), { force: true });
  }
}
