/**
 * A season's memory as bytes: a cache that spares replaying from the start, never the truth. Bytes
 * that do not fit the world, or whose digest is not their own, decode to null and are replayed.
 */
import { assertLittleEndian } from "../../number/endianness.ts";
import { digestState } from "./digest.ts";
import {
  columnNames,
  newState,
  reserveRows,
  tableNames,
  usedColumn,
  usedTable,
  type Allocate,
  type Sizes,
  type State,
} from "./state.ts";

assertLittleEndian();

const format = "echelon-season/1";

type Header = {
  readonly format: string;
  /** Version of the engine that wrote it. */
  readonly engine: number;
  readonly sizes: Sizes;
  /** Names and lengths of what follows, bytes. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
  readonly rows: readonly number[];
  readonly digest: string;
};

/** What is in use of a state, as bytes: a header in JSON, then columns and tables one by one. */
export function encodeSnapshot(state: State, engine: number): Uint8Array {
  const views = viewsOf(state);
  const header: Header = {
    format,
    engine,
    sizes: state.sizes,
    parts: views.map(([name, view]) => [name, view.byteLength]),
    rows: tableNames.map((name) => state.tables[name].rows),
    digest: digestState(state),
  };
  const text = JSON.stringify(header);
  const total = views.reduce((sum, [, view]) => sum + view.byteLength, 4 + text.length);
  const bytes = new Uint8Array(total);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  for (let i = 0; i < text.length; i++) bytes[4 + i] = text.charCodeAt(i);
  let at = 4 + text.length;
  for (const [, view] of views) {
    bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at);
    at += view.byteLength;
  }
  return bytes;
}

/** The state, or null where it is of another engine, another world, or damaged. */
export function decodeSnapshot(
  bytes: Uint8Array,
  engine: number,
  sizes: Sizes,
  allocate: Allocate,
): State | null {
  const header = headerOf(bytes);
  if (header?.format !== format || header.engine !== engine) return null;
  if (JSON.stringify(header.sizes) !== JSON.stringify(sizes)) return null;
  const state = newState(sizes, allocate);
  // Lengths in use depend on the number of offers, which is therefore read first.
  const offers = partOf(header, bytes, "offerCount");
  if (offers === null || offers.byteLength !== 4) return null;
  state.offerCount[0] = new DataView(offers.buffer, offers.byteOffset).getInt32(0, true);
  if (!(state.offerCount[0] >= 0 && state.offerCount[0] <= sizes.offers)) return null;
  tableNames.forEach((name, index) => reserveRows(state, name, header.rows[index] ?? 0));
  for (const [name, view] of viewsOf(state)) {
    const part = partOf(header, bytes, name);
    if (part === null || part.byteLength !== view.byteLength) return null;
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(part);
  }
  return digestState(state) === header.digest ? state : null;
}

function headerOf(bytes: Uint8Array): Header | null {
  if (bytes.byteLength < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > bytes.byteLength - 4) return null;
  let text = "";
  for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[4 + i]!);
  try {
    return JSON.parse(text) as Header;
  } catch {
    return null;
  }
}

function partOf(header: Header, bytes: Uint8Array, wanted: string): Uint8Array | null {
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  for (const [name, length] of header.parts) {
    if (at + length > bytes.byteLength) return null;
    if (name === wanted) return bytes.subarray(at, at + length);
    at += length;
  }
  return null;
}

function viewsOf(state: State): readonly (readonly [string, ArrayBufferView])[] {
  const views: [string, ArrayBufferView][] = [];
  for (const name of columnNames) views.push([name, usedColumn(state, name)]);
  for (const name of tableNames) {
    usedTable(state, name).forEach((column, index) => views.push([`${name}.${index}`, column]));
  }
  return views;
}
