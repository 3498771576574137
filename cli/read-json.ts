import type { Call } from "./command.ts";

/** What a schema of the contract is here: something that reads, or says where it cannot. */
interface Form<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly message: string;
          }[];
        };
      };
}

/** As many faults are told one by one; the rest is counted. */
export const faultsTold = 20;

/**
 * JSON on standard input in its form, or null after having said what is wrong with it. Fields that
 * the form does not have are told and left out.
 *
 * @param bytesMax  of the input
 */
export async function readJson<T>(
  { terminal, say }: Call,
  shape: Form<T>,
  bytesMax: number,
): Promise<T | null> {
  const bytes = await terminal.input(bytesMax);
  if (bytes === null) {
    terminal.tell(say("json/too-large", { most: Math.floor(bytesMax / 2 ** 20) }));
    return null;
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
    terminal.tell(say("json/unreadable", { why: error.message }));
    return null;
  }
  const read = shape.safeParse(value);
  if (read.success) {
    for (const path of strayFields(value, read.data).slice(0, faultsTold)) {
      terminal.tell(say("json/stray-field", { path }));
    }
    return read.data;
  }
  const { issues } = read.error;
  for (const { path, message } of issues.slice(0, faultsTold)) {
    terminal.tell(say("json/wrong-form", { path: pathText(path), message }));
  }
  if (issues.length > faultsTold) {
    terminal.tell(say("json/more", { count: issues.length - faultsTold }));
  }
  return null;
}

/** `students[3].prefs[0]` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return text.join("").replace(/^\./, "") || "JSON";
}

/** Fields of what was handed in that are not in what was read, each once whatever its row. */
function strayFields(given: unknown, read: unknown): readonly string[] {
  const found = new Set<string>();
  const compare = (one: unknown, other: unknown, path: string): void => {
    if (typeof one !== "object" || one === null) return;
    if (typeof other !== "object" || other === null) return;
    if (Array.isArray(one) && Array.isArray(other)) {
      for (const [at, item] of one.entries()) compare(item, other[at], `${path}[]`);
      return;
    }
    const kept = new Map(Object.entries(other));
    for (const [key, value] of Object.entries(one)) {
      const here = path === "" ? key : `${path}.${key}`;
      if (kept.has(key)) compare(value, kept.get(key), here);
      else found.add(here);
    }
  };
  compare(given, read, "");
  return [...found];
}
