import { latin1, sheetRow, workbook, zip } from "./odd-files.ts";

/** The two kinds of files that a person brings: who is in a class, and what an enterprise sells. */
export type Desk = "roster" | "catalog";

export interface Fault {
  readonly code: string;
  readonly row: number;
  readonly column: string;
}

/** A file that must not come in: refused whole by a code, or its faults told by row and column. */
export interface ImportCase {
  readonly title: string;
  readonly fileName?: string;
  readonly bytes: (desk: Desk) => Buffer;
  readonly code?: string;
  readonly faults?: Readonly<Record<Desk, Fault>>;
}

const headings: Readonly<Record<Desk, readonly string[]>> = {
  roster: ["学号", "姓名"],
  catalog: ["product_key", "title_zh", "title_en", "sku", "unit_cost"],
};

/** A sound row; the same `nth` is the same person or product. */
export function soundRow(desk: Desk, nth: number): string[] {
  return desk === "roster"
    ? [`24${nth}`, `Student ${nth}`]
    : [`k${nth}`, `杯${nth}`, `Cup ${nth}`, `S-${nth}`, "9"];
}

export function csv(desk: Desk, rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from([headings[desk], ...rows].map((cells) => cells.join(",")).join("\r\n"));
}

function sheet(desk: Desk, rows: readonly (readonly string[])[], numbers: readonly string[] = []) {
  const written = rows.map((cells, at) => sheetRow(cells, numbers[at]));
  return [sheetRow(headings[desk]), ...written].join("");
}

const sound = (desk: Desk) => sheet(desk, [soundRow(desk, 1)]);
const text = (content: string) => () => Buffer.from(content);
const changed = (desk: Desk, column: number, cell: string) =>
  soundRow(desk, 2).map((usual, at) => (at === column ? cell : usual));

const notTable = "exchange/file-not-a-table";
const tooLarge = "exchange/file-too-large";
const bomb = "exchange/file-is-bomb";
const mebi = 2 ** 20;

export const refusedFiles: readonly ImportCase[] = [
  {
    title: "an archive that unpacks to more than a hundred times its size",
    bytes: () => workbook("", [{ name: "xl/a.xml", bytes: new Uint8Array(8 * mebi) }]),
    code: bomb,
  },
  {
    title: "an archive that lies about how large it unpacks",
    bytes: () => zip([{ name: "xl/workbook.xml", bytes: new Uint8Array(8 * mebi), claims: 1_000 }]),
    code: notTable,
  },
  {
    title: "an archive of more than a thousand entries",
    bytes: (desk) =>
      workbook(
        sound(desk),
        Array.from({ length: 1_001 }, (_, at) => ({ name: `docs/${at}`, bytes: "" })),
      ),
    code: bomb,
  },
  {
    title: "a workbook with macros",
    fileName: "list.xlsm",
    bytes: (desk) => workbook(sound(desk), [{ name: "xl/vbaProject.bin", bytes: "x" }]),
    code: "exchange/file-has-macros",
  },
  {
    title: "a workbook that says that it may run macros",
    bytes: (desk) =>
      workbook(sound(desk), [
        { name: "[Content_Types].xml", bytes: '<Types ContentType="a.macroEnabled.main+xml"/>' },
      ]),
    code: "exchange/file-has-macros",
  },
  {
    title: "a workbook that reads from another file",
    bytes: (desk) =>
      workbook(sound(desk), [{ name: "xl/externalLinks/externalLink1.xml", bytes: "<a/>" }]),
    code: "exchange/file-links-outside",
  },
  {
    title: "an archive with a path that leads out of it",
    bytes: (desk) => workbook(sound(desk), [{ name: "../../../evil.txt", bytes: "x" }]),
    code: notTable,
  },
  {
    title: "a workbook of 60,000 rows",
    bytes: (desk) =>
      workbook(
        sheet(
          desk,
          Array.from({ length: 60_000 }, (_, at) => soundRow(desk, at)),
        ),
      ),
    code: tooLarge,
  },
  {
    title: "a text of a million rows",
    bytes: () => Buffer.from(`学号,姓名\n${"2401,A\n".repeat(1_000_000)}`),
    code: tooLarge,
  },
  {
    title: "a file of more than 20 MiB",
    bytes: () => Buffer.alloc(20 * mebi + 1, "a"),
    code: "platform/too-large",
  },
  {
    title: "a cell of 70,000 characters",
    bytes: (desk) => csv(desk, [changed(desk, 1, "a".repeat(70_000))]),
    code: tooLarge,
  },
  {
    title: "a sheet's cell of 33,000 characters",
    bytes: (desk) => workbook(sheet(desk, [changed(desk, 1, "a".repeat(33_000))])),
    code: tooLarge,
  },
  {
    title: "entities that grow without end",
    bytes: () => workbook('<!DOCTYPE a [<!ENTITY b "bb">]><row><c t="str"><v>&b;</v></c></row>'),
    code: notTable,
  },
  { title: "an empty file", bytes: text(""), code: notTable },
  {
    title: "a picture that calls itself a workbook",
    bytes: () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    code: notTable,
  },
  {
    title: "half an archive",
    bytes: (desk) => workbook(sound(desk)).subarray(0, 400),
    code: notTable,
  },
  {
    title: "a workbook of old Excel, or behind a password",
    bytes: () => Buffer.from("d0cf11e0a1b11ae1", "hex"),
    code: "exchange/file-is-old-excel",
  },
  { title: "NUL bytes", bytes: (desk) => csv(desk, [changed(desk, 1, "A\u0000")]), code: notTable },
  {
    title: "NULs in UTF-16",
    bytes: (desk) => utf16(csv(desk, [changed(desk, 1, "A\u0000")])),
    code: notTable,
  },
  {
    title: "UTF-16 that does not say so",
    bytes: (desk) => utf16(csv(desk, [soundRow(desk, 1)])).subarray(2),
    code: notTable,
  },
  {
    title: "UTF-16 cut in the middle of a character",
    bytes: (desk) => utf16(csv(desk, [soundRow(desk, 1)])).subarray(0, -1),
    code: "exchange/file-encoding",
  },
  {
    title: "GB18030 cut in the middle of a character",
    // 学号,姓名 CRLF 0012,李 and the first byte of 明.
    bytes: () => Buffer.from("d1a7bac52cd0d5c3fb0d0a303031322cc0eec3", "hex"),
    code: "exchange/file-encoding",
  },
  {
    title: "a text in Latin-1",
    bytes: () => latin1("Number,Name,title_en,sku\r\n1,Müller,Bär,J\r\n"),
    code: "exchange/file-encoding",
  },
  {
    title: "a quote that never ends",
    bytes: (desk) => csv(desk, [changed(desk, 1, '"A')]),
    code: notTable,
  },
  {
    title: "headings of something else",
    bytes: text("date,amount\r\n2026-01-01,5\r\n"),
    code: "exchange/file-no-header",
  },
];

export const faultyFiles: readonly ImportCase[] = [
  {
    title: "a formula without its last value",
    bytes: (desk) => workbook(sheet(desk, [soundRow(desk, 1), changed(desk, 1, "<f>A2</f>")])),
    faults: {
      roster: { code: "teaching/roster-cell-formula", row: 3, column: "name" },
      catalog: { code: "exchange/csv-cell-formula", row: 3, column: "title_zh" },
    },
  },
  {
    title: "a key that is there twice",
    bytes: (desk) => {
      const twice = desk === "roster" ? changed(desk, 0, "241") : changed(desk, 3, "S-1");
      return csv(desk, [soundRow(desk, 1), twice]);
    },
    faults: {
      roster: { code: "teaching/roster-number-twice", row: 3, column: "number" },
      catalog: { code: "exchange/csv-duplicate-sku", row: 3, column: "" },
    },
  },
  {
    title: "a text that is longer than its column",
    bytes: (desk) => csv(desk, [soundRow(desk, 1), changed(desk, 1, "a".repeat(2_000))]),
    faults: {
      roster: { code: "teaching/roster-name-long", row: 3, column: "name" },
      catalog: { code: "exchange/csv-text-too-long", row: 3, column: "title_zh" },
    },
  },
  {
    title: "a row without its key",
    bytes: (desk) => csv(desk, [soundRow(desk, 1), changed(desk, desk === "roster" ? 0 : 3, "")]),
    faults: {
      roster: { code: "teaching/roster-number-missing", row: 3, column: "number" },
      catalog: { code: "exchange/csv-no-sku", row: 3, column: "" },
    },
  },
  {
    title: "rows that say that they stand where no row can stand, and half a character",
    bytes: (desk) => {
      const rows = [soundRow(desk, 1), changed(desk, desk === "roster" ? 0 : 4, "&#xD800;&#0;")];
      return workbook(sheet(desk, rows, ["-5", "1e300"]));
    },
    faults: {
      roster: { code: "teaching/roster-number-malformed", row: 3, column: "number" },
      catalog: { code: "exchange/csv-price-not-a-number", row: 3, column: "unit_cost" },
    },
  },
];

function utf16(bytes: Buffer): Buffer {
  return Buffer.from(`\uFEFF${bytes.toString()}`, "utf16le");
}
