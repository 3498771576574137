/** Whether a line that somebody typed is one of the answers that a question takes. */

/**
 * Whether `answer` fits `pattern`: `*` stands for any characters, none too, and `\*` for itself.
 * Width of characters and runs of spaces never matter; case matters where it is said to.
 *
 * Costs at most the product of both lengths.
 */
export function fitsPattern(pattern: string, answer: string, isCaseSensitive: boolean): boolean {
  const pieces = piecesOf(pattern).map((piece) => normalized(piece, isCaseSensitive));
  const said = normalized(answer, isCaseSensitive).trim();
  if (pieces.length === 1) return pieces[0]!.trim() === said;
  const first = pieces[0]!.trimStart();
  const last = pieces.at(-1)!.trimEnd();
  if (said.length < first.length + last.length) return false;
  if (!said.startsWith(first) || !said.endsWith(last)) return false;
  // What lies between is taken as early as it comes: that leaves most for what follows.
  const end = said.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = said.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** The texts between the stars of a pattern. */
function piecesOf(pattern: string): string[] {
  const pieces = [""];
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern.startsWith("\\*", at)) {
      pieces[pieces.length - 1] += "*";
      at += 1;
    } else if (pattern[at] === "*") pieces.push("");
    else pieces[pieces.length - 1] += pattern[at]!;
  }
  return pieces;
}

function normalized(text: string, isCaseSensitive: boolean): string {
  const plain = text.normalize("NFKC").replace(/\s+/g, " ");
  return isCaseSensitive ? plain : plain.toLowerCase();
}
