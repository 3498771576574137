const productElements = "p br ul ol li strong em b i h2 h3 h4 table tbody thead tr td th".split(
  " ",
);
/** Elements that a product's text may have. */
const ofProducts: ReadonlySet<string> = new Set(productElements);
/** Those that a question may have: formulas and code need a few more. */
export const questionElements: ReadonlySet<string> = new Set([
  ...productElements,
  ..."sub sup code pre u s blockquote hr div dl dt dd h1 h5 h6".split(" "),
]);
/** Elements whose content goes with them. */
const silenced = new Set(["script", "style", "iframe", "object", "template", "noscript", "svg"]);

const pieces =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w:-]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>|[^<]+|</g;

/**
 * HTML reduced to an allow-list without attributes; everything else is taken out, its words are
 * kept. Reducing twice changes nothing.
 *
 * Every `<` that is not one of the allowed tags comes out escaped, so no tag can form from what is
 * left.
 */
export function reduceHtml(html: string, allowed: ReadonlySet<string> = ofProducts): string {
  let text = "";
  let silence: string | null = null;
  for (const [piece, slash = "", tag = ""] of html.matchAll(pieces)) {
    const name = tag.toLowerCase();
    if (silence !== null) {
      if (slash === "/" && name === silence) silence = null;
      continue;
    }
    if (piece.startsWith("<!--")) continue;
    if (name === "") text += piece === "<" ? "&lt;" : piece;
    else if (allowed.has(name)) text += `<${slash}${name}>`;
    else if (slash === "" && silenced.has(name)) silence = name;
  }
  return text.trim();
}

/** The words of a reduced text: tags gone, the common entities undone. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<\/?[a-z][a-z0-9]*>/g, " ")
    .replace(/&(lt|gt|quot|amp|nbsp|#39);/g, (_, name: string) => characters[name] ?? " ")
    .replace(/\s+/g, " ")
    .trim();
}

const characters: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  amp: "&",
  nbsp: " ",
  "#39": "'",
};
