/**
 * A text with whatever the font lacks written out: a rare character of a name becomes its number in
 * Unicode, `〔U+2A700〕`, because an empty box says nothing and looks like a fault of the reader's.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  let out = "";
  for (const character of text.normalize("NFC")) {
    const point = character.codePointAt(0)!;
    if (character === "\n" || has(point)) out += character;
    else if (isSpace.test(character)) out += " ";
    else if (isVisible(point)) out += `〔U+${point.toString(16).toUpperCase().padStart(4, "0")}〕`;
  }
  return out;
}

const isSpace = /[\s\u00a0\u2000-\u200a\u202f\u3000]/u;

/** Controls, joiners and variation selectors have no shape of their own. */
const isVisible = (point: number) => !/[\p{C}\p{M}]/u.test(String.fromCodePoint(point));
