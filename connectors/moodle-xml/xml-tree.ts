/**
 * As much XML as a file of questions needs: one question's elements as a tree, each with its line.
 *
 * Of its own beside `spreadsheet/xml.ts`, which streams flat elements of workbooks: questions nest,
 * have CDATA, and where one is broken the next must still be found. No entity may be declared, so
 * none can grow.
 */
import { undoEntities } from "../entities.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly XmlElement[];
  /** Its own characters, without those of its children. */
  readonly text: string;
  readonly line: number;
}

export class XmlBroken extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`XML breaks at ${at}`);
    this.at = at;
  }
}

const depthMax = 20;
const elementsMax = 5_000;
/** In a value `<` is forbidden, so a quote that never closes costs no further than the next. */
const attribute = /\s+[\w.:-]{1,60}\s*=\s*(?:"[^"<]*"|'[^'<]*')/.source;
const tag = new RegExp(`<(/?)([A-Za-z_][\\w.:-]{0,60})((?:${attribute}){0,20})\\s*(/?)>`, "y");

interface Open {
  readonly name: string;
  readonly attributes: string;
  readonly line: number;
  readonly children: XmlElement[];
  text: string;
}

/** A text in which places are found, each search no further than it once went for nothing. */
export class XmlText {
  readonly text: string;
  readonly #lineStarts: number[] = [0];
  readonly #gone = new Set<string>();

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
      this.#lineStarts.push(at + 1);
  }

  find(sign: string, from: number): number {
    if (this.#gone.has(sign)) return -1;
    const at = this.text.indexOf(sign, from);
    // Every search goes on from where the last one ended, so what is not there now never comes.
    if (at === -1) this.#gone.add(sign);
    return at;
  }

  /** From 1. */
  lineAt(place: number): number {
    let [low, high] = [0, this.#lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#lineStarts[middle]! <= place) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/**
 * The element that begins at a place, and where it ends.
 *
 * @param stopAt no such element may begin inside: where one does, the outer one was never closed
 * @throws XmlBroken
 */
export function elementAt(
  xml: XmlText,
  from: number,
  stopAt: string,
): { readonly element: XmlElement; readonly end: number } {
  const open: Open[] = [];
  let count = 0;
  for (let at = from; ;) {
    const next = at === from ? from : xml.text.indexOf("<", at);
    if (next === -1) throw new XmlBroken(at);
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += undoEntities(xml.text.slice(at, next));
    const beside = besideTags(xml, next);
    if (beside !== null) {
      if (inner !== undefined) inner.text += beside.text;
      at = beside.end;
      continue;
    }
    tag.lastIndex = next;
    const [whole, slash, name = "", attributes = "", isClosed] = tag.exec(xml.text) ?? [];
    count += 1;
    if (whole === undefined || count > elementsMax) throw new XmlBroken(next);
    at = next + whole.length;
    if (slash === "/") {
      if (inner?.name !== name) throw new XmlBroken(next);
      open.pop();
      if (closeInto(open.at(-1), inner)) continue;
      return { element: inner, end: at };
    }
    if (open.length >= depthMax || (open.length > 0 && name === stopAt)) throw new XmlBroken(next);
    const element = { name, attributes, line: xml.lineAt(next), children: [], text: "" };
    if (isClosed !== "/") open.push(element);
    else if (!closeInto(inner, element)) return { element, end: at };
  }
}

function closeInto(outer: Open | undefined, element: XmlElement): boolean {
  outer?.children.push(element);
  return outer !== undefined;
}

const sections = [
  { begins: "<!--", ends: "-->", isText: false },
  { begins: "<![CDATA[", ends: "]]>", isText: true },
  { begins: "<?", ends: "?>", isText: false },
] as const;

/** What is no tag: a comment, an instruction, or characters that mean nothing but themselves. */
export function besideTags(
  xml: XmlText,
  at: number,
): { readonly text: string; readonly end: number } | null {
  const section = sections.find(({ begins }) => xml.text.startsWith(begins, at));
  if (section === undefined) return null;
  const { begins, ends, isText } = section;
  const end = xml.find(ends, at + begins.length);
  if (end === -1) throw new XmlBroken(at);
  const text = isText ? xml.text.slice(at + begins.length, end) : "";
  return { text, end: end + ends.length };
}

export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : undoEntities(value);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
