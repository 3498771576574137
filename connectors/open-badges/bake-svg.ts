import type { Unbaked } from "./bake-png.ts";
import { isJwt } from "./jwt.ts";
import { type Piece, piecesOf } from "./svg-pieces.ts";

const namespace = "https://purl.imsglobal.org/ob/v3p0";
const element = "openbadges:credential";
const sectionStart = "<![CDATA[";
const sectionEnd = "]]>";

/** A drawing taken apart. */
interface Drawing {
  readonly root: Piece;
  readonly elements: readonly Element[];
}

/** An element that holds a credential. */
interface Element {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly body: string;
}

/**
 * Puts a credential into a drawing, in place of one that is in it.
 *
 * @param credential its JSON, or its JWT
 * @returns null for what is no drawing
 */
export function bakeSvg(drawing: string, credential: string): string | null {
  const read = readDrawing(drawing);
  if (read === null || read.root.text.endsWith("/>")) return null;
  const name = `${element} xmlns:openbadges="${namespace}"`;
  // What ends such a section may stand in a text; it is cut in two there.
  const body = credential.replaceAll(sectionEnd, `]]${sectionEnd}${sectionStart}>`);
  const baked = isJwt(credential)
    ? `<${name} verify="${credential}"/>`
    : `<${name}>${sectionStart}${body}${sectionEnd}</${element}>`;
  const rest = read.elements.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    drawing,
  );
  return rest.slice(0, read.root.end) + baked + rest.slice(read.root.end);
}

/** Takes the credential out of a drawing; two of them are none, since readers would choose. */
export function unbakeSvg(drawing: string): Unbaked {
  const read = readDrawing(drawing);
  if (read === null) return { ok: false, why: "file-unreadable" };
  const [one, another] = read.elements;
  if (one === undefined) return { ok: false, why: "credential-missing" };
  const credential = /\sverify\s*=\s*["']([\w.-]+)["']/.exec(one.tag)?.[1] ?? one.body;
  if (another !== undefined || credential.trim() === "")
    return { ok: false, why: "file-unreadable" };
  return { ok: true, credential };
}

/** Null for what is no XML whose first tag opens a drawing. */
function readDrawing(text: string): Drawing | null {
  const pieces = piecesOf(text);
  const root = pieces?.find((piece) => !/^<[?!]/.test(piece.text));
  if (!pieces || root === undefined || !/^<(\w+:)?svg[\s/>]/.test(root.text)) return null;
  return { root, elements: elementsOf(text, pieces) };
}

function elementsOf(text: string, pieces: readonly Piece[]): readonly Element[] {
  const found: Element[] = [];
  let open: { readonly tag: Piece; body: string[]; from: number } | null = null;
  for (const piece of pieces) {
    const { start, end, text: tag } = piece;
    if (open !== null) {
      open.body.push(unescaped(text.slice(open.from, start)));
      open.from = end;
      if (tag.startsWith(sectionStart))
        open.body.push(tag.slice(sectionStart.length, -sectionEnd.length));
      if (!isTagOf(tag, `/${element}`)) continue;
      found.push({ start: open.tag.start, end, tag: open.tag.text, body: open.body.join("") });
      open = null;
    } else if (isTagOf(tag, element)) {
      if (tag.endsWith("/>")) found.push({ start, end, tag, body: "" });
      else open = { tag: piece, body: [], from: end };
    }
  }
  return found;
}

function isTagOf(tag: string, name: string): boolean {
  return tag.startsWith(`<${name}`) && /^[\s/>]/.test(tag.slice(name.length + 1));
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => entities[name]!);
}
