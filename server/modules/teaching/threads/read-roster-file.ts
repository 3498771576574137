/** Reads a class list in a thread of its own: the file is somebody else's. */
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  findRosterHeader,
  readRoster,
  type RosterReading,
} from "@echelon/connectors/spreadsheet/read-roster.ts";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import type { Encoding } from "@echelon/connectors/table.ts";

export interface RosterFile {
  readonly encoding: Encoding;
  readonly reading: RosterReading;
}

export function run(bytes: Uint8Array): Outcome<RosterFile> {
  const table = readTable(bytes);
  if (!table.ok) return table;
  const found = findRosterHeader(table.value);
  if (found === null) {
    return refuse({
      code: "exchange/file-no-header",
      facts: { wanted: "学号 Student number, 姓名 Name" },
    });
  }
  return ok({ encoding: table.value.encoding, reading: readRoster(found) });
}
