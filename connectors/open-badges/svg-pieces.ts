/** A tag of a drawing, or a part that may hold `<` and is no tag: a comment, a section. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How those parts begin and end. */
const parts = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/**
 * All tags and such parts in one pass; what lies between them is text. Null for what is no XML, and
 * for a document type, which may define entities that grow without end.
 */
export function piecesOf(text: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (let start = text.indexOf("<"); start !== -1;) {
    const end = endOf(text, start);
    if (end === null) return null;
    pieces.push({ start, end, text: text.slice(start, end) });
    start = text.indexOf("<", end);
  }
  return pieces;
}

function endOf(text: string, start: number): number | null {
  for (const [opening, closing] of parts) {
    if (!text.startsWith(opening, start)) continue;
    const at = text.indexOf(closing, start + opening.length);
    return at === -1 ? null : at + closing.length;
  }
  return text.startsWith("<!", start) ? null : endOfTag(text, start);
}

/** A tag ends at the first `>` that no quotation marks hold. */
function endOfTag(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === ">") return at + 1;
    if (letter === "<") return null;
    if (letter !== '"' && letter !== "'") continue;
    at = text.indexOf(letter, at + 1);
    if (at === -1) return null;
  }
  return null;
}
