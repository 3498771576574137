/** Pictures are drawn for the page: no scripts, nothing from outside, the colors of the page. */
import { courseLimits } from "./course-shape.ts";
import { bytesOf, type Language } from "./course-folder.ts";

/** What the page colors; everything else is the color of the text. */
export const pictureClasses = ["fill-a", "fill-b", "fill-c", "fill-soft", "line"] as const;

/** Smaller letters are not read on a phone. */
const letterPxMin = 13;

/** Every rule that a picture breaks, by name. */
export function pictureFaults(svg: string, language: Language): readonly string[] {
  const faults: string[] = [];
  const ask = (isKept: boolean, rule: string) => {
    if (!isKept) faults.push(rule);
  };
  const text = svg.trim();
  ask(bytesOf(svg) <= courseLimits.pictureBytesMax, "bytes");
  ask(/^<svg\b[^>]*\sviewBox="0 0 640 \d{2,4}"/.test(text), "viewBox");
  ask(/^<svg\b[^>]*\sxmlns="http:\/\/www\.w3\.org\/2000\/svg"/.test(text), "xmlns");
  ask(isWellFormed(text), "markup");
  ask(!/<(script|style|image|foreignObject|iframe|a|use|animate|set)\b/i.test(text), "element");
  ask(
    !/\son[a-z]+\s*=/i.test(text) && !/<[!?]/.test(text.replaceAll(/<!--.*?-->/gs, "")),
    "script",
  );
  ask(!/\sstyle\s*=/i.test(text), "style");
  ask(!/(href|src)\s*=/i.test(text) && !/url\(\s*["']?[^#"']/i.test(text), "reference");
  ask(
    valuesOf(text, "font-family").every((one) => one === "sans-serif"),
    "font-family",
  );
  ask(
    valuesOf(text, "font-size").every((one) => parseFloat(one) >= letterPxMin),
    "font-size",
  );
  const paints = [...valuesOf(text, "fill"), ...valuesOf(text, "stroke")];
  ask(
    paints.every((one) => /^(currentColor|none|url\(#[\w-]+\))$/.test(one)),
    "color",
  );
  const classes = valuesOf(text, "class").flatMap((one) => one.split(/\s+/));
  ask(
    classes.every((one) => pictureClasses.some((known) => known === one)),
    "class",
  );
  for (const part of ["title", "desc"]) ask(saysIn(text, part, language), part);
  return faults;
}

const valuesOf = (text: string, name: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`, "g"))].map(([, value]) =>
    value!.trim(),
  );

/** Whether its title or description is said, in the language of the picture. */
function saysIn(text: string, part: string, language: Language): boolean {
  const said = new RegExp(`<${part}[^>]*>([^<]+)</${part}>`).exec(text)?.[1] ?? "";
  const isChinese = /\p{Script=Han}/u.test(said);
  return said.trim() !== "" && isChinese === (language === "zh");
}

/** Every element that opens closes, in order; attributes are quoted. */
function isWellFormed(text: string): boolean {
  const open: string[] = [];
  const plain = text.replaceAll(/<!--.*?-->/gs, "");
  let rest = plain;
  for (const [whole, slash, name, inside, end] of plain.matchAll(tagForm)) {
    rest = rest.replace(whole, "");
    if (slash === "/") {
      if (open.pop() !== name) return false;
    } else if (end !== "/") open.push(name!);
    if (slash !== "/" && !/^(\s+[\w:-]+\s*=\s*("[^"<]*"|'[^'<]*'))*\s*$/.test(inside!))
      return false;
  }
  return (
    open.length === 0 &&
    !/[<>]/.test(rest) &&
    !/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(plain)
  );
}

const tagForm = /<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>/])*)(\/?)>/g;
