/**
 * As much XML as a workbook needs: elements one after the other out of a stream of text.
 *
 * There is no tree, so a sheet of a hundred megabytes costs the memory of its longest row.
 */

import { undoEntities } from "../entities.ts";

/** Characters that one row or one shared string may have: 200 cells of 32,767. */
const elementCharsMax = 8_000_000;
const sliceBytes = 2 ** 20;

export class XmlTooLarge extends Error {}
/** Document types and entities are never read: they are how XML attacks its reader. */
export class XmlForbidden extends Error {}

/**
 * The inner text of each `<name …>…</name>`, with its attributes, in order. Elements of the same
 * name do not nest in the parts that are read.
 *
 * @throws XmlTooLarge, XmlForbidden
 */
export function* elementsOf(
  bytes: Uint8Array,
  name: string,
): Generator<{ readonly attributes: string; readonly inner: string }> {
  const opening = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])([^>]*)>`, "g");
  let text = "";
  for (const slice of slicesOf(bytes)) {
    text += slice;
    let done = 0;
    for (;;) {
      opening.lastIndex = done;
      const start = opening.exec(text);
      if (start === null) {
        // What is left may hold the beginning of a tag, never more.
        done = Math.max(done, text.lastIndexOf("<"));
        break;
      }
      const attributes = start[1] ?? "";
      const from = start.index + start[0].length;
      if (attributes.endsWith("/")) {
        yield { attributes, inner: "" };
        done = from;
        continue;
      }
      const close = closing(text, name, from);
      if (close === null) {
        done = start.index;
        break;
      }
      yield { attributes, inner: text.slice(from, close.at) };
      done = close.end;
    }
    text = text.slice(done);
    if (text.length > elementCharsMax) throw new XmlTooLarge();
  }
}

function closing(text: string, name: string, from: number): { at: number; end: number } | null {
  for (let at = text.indexOf("</", from); at !== -1; at = text.indexOf("</", at + 2)) {
    const end = text.indexOf(">", at);
    if (end === -1) return null;
    const closed = text.slice(at + 2, end).trimEnd();
    if (closed === name || closed.endsWith(`:${name}`)) return { at, end: end + 1 };
  }
  return null;
}

function* slicesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder("utf-8");
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const text = decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
    if (at === 0 && /<!(DOCTYPE|ENTITY)/i.test(text.slice(0, 4_096))) throw new XmlForbidden();
    yield text;
  }
}

/** One attribute's value, whatever prefix it has. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : plain(value);
}

/**
 * Text with its entities and Excel's `_x000D_` escapes undone. Whatever these say, it comes out as
 * text: without NUL, and without halves of characters.
 */
export function plain(text: string): string {
  return unescaped(text).replaceAll("\u0000", "").toWellFormed();
}

function unescaped(text: string): string {
  const decoded = undoEntities(text);
  return decoded.includes("_x")
    ? decoded.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : decoded;
}
