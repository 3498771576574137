import { crc32, deflateRawSync } from "node:zlib";

/** What an entry of an archive holds; `claims` is the size that the archive states instead. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly claims?: number;
}

const method = 8;

/**
 * An archive as a person of ill will packs it: any name, any stated size. Written by hand, because
 * a library would only write honest ones.
 */
export function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims } of entries) {
    const content = Buffer.from(bytes);
    const packed = deflateRawSync(content, { level: 1 });
    const label = Buffer.from(name);
    const facts = Buffer.alloc(22);
    // Version 2.0, names in UTF-8, the method; no time; the sizes.
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? content.length, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(label.length, 0);
    const local = Buffer.concat([mark(0x04034b50), facts, lengths, label, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([mark(0x02014b50), Buffer.from([20, 0]), facts, lengths, rest, label]),
    );
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, mark(0x06054b50), end]);
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A workbook of one sheet, given as the XML of its rows, and whatever stands beside it. */
export function workbook(rows: string, beside: readonly Entry[] = []): Buffer {
  return zip([
    {
      name: "xl/workbook.xml",
      bytes: '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    },
    {
      name: "xl/worksheets/s.xml",
      bytes: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    },
    ...beside,
  ]);
}

/** A row of a sheet; a cell that begins with `<` is the inside of a cell as it stands. */
export function sheetRow(cells: readonly string[], number?: string): string {
  const written = cells.map((cell) =>
    cell.startsWith("<") ? `<c>${cell}</c>` : `<c t="str"><v>${cell}</v></c>`,
  );
  return `<row${number === undefined ? "" : ` r="${number}"`}>${written.join("")}</row>`;
}

/** Texts as bytes of one byte each, as programs west of the Oder wrote them before Unicode. */
export const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
