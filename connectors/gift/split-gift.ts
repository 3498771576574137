/** A file of GIFT cut into its questions: an empty line stands between two of them. */

interface Line {
  readonly line: number;
  readonly text: string;
}

export interface Chunk {
  readonly line: number;
  readonly lines: readonly Line[];
  readonly category: string;
  /** `[id:…]` and `[tag:…]` of the comments before it. */
  readonly idNumber: string;
  readonly tags: readonly string[];
}

/** Of the comments before one question, where its names may stand. */
const commentCharsMax = 20_000;
const categoryMark = "$CATEGORY:";

/** Cuts a file at its empty lines, as Moodle does. */
export function* chunksOf(text: string): Generator<Chunk> {
  let [category, comments, isOpen] = ["", "", false];
  let lines: Line[] = [];
  function* finished(): Generator<Chunk> {
    const [first] = lines;
    if (first === undefined) return;
    yield { line: first.line, lines, category, ...namesIn(comments) };
    [lines, comments, isOpen] = [[], "", false];
  }
  const all = text.split(/\r\n?|\n/);
  for (const [at, raw] of all.entries()) {
    const line = raw.trim();
    if (line.startsWith("//")) comments = `${comments}${line}\n`.slice(0, commentCharsMax);
    else if (line.startsWith(categoryMark)) {
      yield* finished();
      category = line.slice(categoryMark.length).trim();
    } else if (line !== "") {
      // What is set in stays so: in a text of code it means something.
      lines.push({ line: at + 1, text: raw.trimEnd() });
      const last = signsOf(line).at(-1);
      if (last !== undefined) isOpen = last === "{";
    } else if (!isOpen || !isClosedFrom(all, at)) yield* finished();
  }
  yield* finished();
}

/** How far an answer block with an empty line in it may reach. */
const blockLinesMax = 200;

/**
 * Whether an open answer block is closed further down, before anything that begins another
 * question. Moodle would cut here; others write such files, and nothing is lost by reading on.
 */
function isClosedFrom(all: readonly string[], from: number): boolean {
  for (const line of all.slice(from, from + blockLinesMax)) {
    const text = line.trim();
    if (text.startsWith("::") || text.startsWith(categoryMark)) return false;
    const [sign] = signsOf(text);
    if (sign !== undefined) return sign === "}";
  }
  return false;
}

/** Braces that mean something, in order. */
function signsOf(text: string): string[] {
  return text.replace(/\\[\\~=#{}:n]/g, "").match(/[{}]/g) ?? [];
}

function namesIn(comments: string): Pick<Chunk, "idNumber" | "tags"> {
  const named = (name: string) =>
    [...comments.matchAll(new RegExp(`\\[${name}:((?:\\\\\\]|[^\\]\\n]){0,500})\\]`, "g"))]
      .map(([, value = ""]) => value.replaceAll("\\]", "]").trim())
      .filter((value) => value !== "");
  return { idNumber: named("id")[0] ?? "", tags: named("tag") };
}
