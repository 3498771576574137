/**
 * Text of which every character knows whether it was escaped, and on which line it stood.
 *
 * GIFT gives meaning to `~ = # { } :`; a backslash takes it away, and `\n` is a line break. The
 * copy in `marks` has NUL where a character was escaped, so what is looked for there is found only
 * where it means something. A part of a text costs nothing: it is two places in the whole.
 */
export class Marked {
  readonly #text: string;
  readonly #marks: string;
  readonly #lines: readonly number[];
  readonly #from: number;
  readonly #to: number;

  private constructor(
    text: string,
    marks: string,
    lines: readonly number[],
    from: number,
    to: number,
  ) {
    this.#text = text;
    this.#marks = marks;
    this.#lines = lines;
    this.#from = from;
    this.#to = to;
  }

  static of(lines: readonly { readonly line: number; readonly text: string }[]): Marked {
    const text: string[] = [];
    const marks: string[] = [];
    const numbers: number[] = [];
    const add = (character: string, mark: string, line: number) => {
      text.push(character);
      marks.push(mark);
      numbers.push(line);
    };
    for (const { line, text: written } of lines) {
      if (text.length > 0) add("\n", "\n", line);
      for (let at = 0; at < written.length; at += 1) {
        const next = written[at + 1] ?? "";
        const isEscape = written[at] === "\\" && "\\~=#{}:n".includes(next) && next !== "";
        if (isEscape) {
          add(next === "n" ? "\n" : next, "\0", line);
          at += 1;
        } else add(written[at]!, written[at]!, line);
      }
    }
    return new Marked(text.join(""), marks.join(""), numbers, 0, text.length);
  }

  /** The characters, escapes undone, spaces at both ends gone. */
  get text(): string {
    return this.whole.trim();
  }

  /** The characters with the spaces at both ends. */
  get whole(): string {
    return this.#text.slice(this.#from, this.#to);
  }

  /** The same with NUL for what was escaped. */
  get marks(): string {
    return this.#marks.slice(this.#from, this.#to);
  }

  get line(): number {
    return this.#lines[this.#from] ?? this.#lines.at(-1) ?? 1;
  }

  get length(): number {
    return this.#to - this.#from;
  }

  get isEmpty(): boolean {
    return this.text === "";
  }

  slice(from: number, to = this.length): Marked {
    const end = Math.min(this.#from + to, this.#to);
    return new Marked(this.#text, this.#marks, this.#lines, this.#from + from, end);
  }

  /** Without spaces before and behind that were not escaped. */
  trim(): Marked {
    const marks = this.marks;
    const from = marks.length - marks.trimStart().length;
    return this.slice(from, Math.max(from, marks.trimEnd().length));
  }

  /** Where a sign that means something stands, or -1. */
  find(sign: string, from = 0): number {
    return this.marks.indexOf(sign, from);
  }

  /** What stands before the first `sign` and what behind; null behind where there is none. */
  cut(sign: string): readonly [Marked, Marked | null] {
    const at = this.find(sign);
    if (at === -1) return [this, null];
    return [this.slice(0, at), this.slice(at + sign.length)];
  }
}

/** A text with everything escaped that GIFT would take for a sign of its own. */
export function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");
}
