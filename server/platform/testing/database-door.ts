import { mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedWhereabouts, type Whereabouts } from "../database/connection.ts";

/** A socket before the tests' database, so that one test can be without it and others are not. */
export interface DatabaseDoor {
  readonly at: Whereabouts;
  /** How many were turned away. */
  refusals(): number;
  /** Cuts all lines, and turns away as a database does that is just starting. */
  shut(): void;
  open(): void;
  remove(): Promise<void>;
}

export async function databaseDoor(behind: Whereabouts): Promise<DatabaseDoor> {
  const { host, port, database } = behind.connection("owner");
  const folder = mkdtempSync(join(tmpdir(), "echelon-door-"));
  const lines = new Set<Socket>();
  let isShut = false;
  let refused = 0;
  const server = createServer((line) => {
    lines.add(line);
    line.on("error", () => {}).once("close", () => lines.delete(line));
    if (isShut) {
      refused += 1;
      line.once("data", () => line.end(startingUp()));
      return;
    }
    const further = createConnection(join(String(host), `.s.PGSQL.${port}`));
    further.on("error", () => line.destroy()).once("close", () => line.destroy());
    line.once("close", () => further.destroy());
    line.pipe(further).pipe(line);
  });
  await new Promise<void>((done) => server.listen(join(folder, `.s.PGSQL.${port}`), done));
  return {
    at: embeddedWhereabouts({ socketFolder: folder, port: Number(port) }, String(database)),
    refusals: () => refused,
    shut() {
      isShut = true;
      for (const line of lines) line.destroy();
    },
    open() {
      isShut = false;
    },
    async remove() {
      for (const line of lines) line.destroy();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An ErrorResponse (PostgreSQL documentation, "Message Formats"). */
function startingUp(): Buffer {
  const fields = "SFATAL\0C57P03\0Mthe database system is starting up\0\0";
  const message = Buffer.alloc(5 + fields.length);
  message.write("E");
  message.writeInt32BE(4 + fields.length, 1);
  message.write(fields, 5);
  return message;
}
