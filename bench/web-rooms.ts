/**
 * The rooms of the web app and the words that each waits for, read from the files that say so. What
 * cannot be read is an error, for a room that is overlooked would weigh nothing.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";

export type Room = {
  /** The file as the manifest names it. */
  readonly file: string;
  readonly words: readonly string[];
};

const wordsOf = (list: string) => [...list.matchAll(/"([a-z-]+)"/g)].map(([, word]) => word!);

/** Lists of words that a file names. */
const listsIn = (text: string) =>
  [...text.matchAll(/const (\w+) = \[([^\]]*)\] as const/g)].map(
    ([, name, list]) => [name!, wordsOf(list!)] as const,
  );

/**
 * Rooms of one `routes.ts`.
 *
 * @param read  the text of a file that it imports, whose lists it names
 */
export function roomsIn(
  path: string,
  text: string,
  read: (file: string) => string = () => "",
): readonly Room[] {
  const files = [...text.matchAll(/^import \{[^}]*\} from "(\.{1,2}\/[^"]+)"/gm)].map(
    ([, file]) => file!,
  );
  const named = new Map([...files.map(read), text].flatMap(listsIn));
  const listed = (list: string) => {
    const spread = [...list.matchAll(/\.\.\.(\w+)/g)].flatMap(([, name]) => {
      const words = named.get(name!);
      if (words === undefined) throw new Error(`${path}: which words are ${name}?`);
      return words;
    });
    return [...spread, ...wordsOf(list)];
  };
  const calls = text.matchAll(
    /\broom\(\s*\w+,\s*"[^"]*",\s*(?:\[([^\]]*)\]|(\w+)),\s*\(\) =>\s*import\("([^"]+)"\)/g,
  );
  const rooms = [...calls].map(([, list, name, file]): Room => {
    const words = list === undefined ? named.get(name!) : listed(list);
    if (words === undefined) throw new Error(`${path}: which words are ${name}?`);
    return { file: join(dirname(path), file!), words };
  });
  const count = [...text.matchAll(/\bimport\("/g)].length;
  if (rooms.length !== count) throw new Error(`${path}: ${rooms.length} of ${count} rooms read`);
  return rooms;
}

/** All rooms of a web app. */
export function roomsOf(web: string): readonly Room[] {
  const paths = globSync("rooms/**/routes.ts", { cwd: web }).toSorted();
  const read = (path: string) => readFileSync(join(web, path), "utf8");
  return paths.flatMap((path) =>
    roomsIn(path, read(path), (file) => read(join(dirname(path), file))),
  );
}

/** Text modules that are fetched before anything is shown. */
export function firstWords(web: string): readonly string[] {
  const text = readFileSync(join(web, "text", "text.ts"), "utf8");
  const words = [...text.matchAll(/\bloadTexts\(("[^)]*)\)/g)].flatMap(([, list]) =>
    wordsOf(list!),
  );
  if (words.length === 0) throw new Error("which texts does the app start with?");
  return words;
}

/** The manifest's names of text modules in a language. */
export const textsIn = (language: string, words: readonly string[]): readonly string[] =>
  words.map((word) => `text/${language}/${word}.ts`);
