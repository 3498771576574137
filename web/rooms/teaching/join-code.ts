const characters = /[^23456789ABCDEFGHJKMNPQRSTUVWXYZ]/g;
const codeChars = 8;

const inCapitals = (typed: string) =>
  typed.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();

/** The code of a class as the server knows it, however it was typed; null when it cannot be one. */
export function plainCode(typed: string): string | null {
  const code = inCapitals(typed);
  return code.length === codeChars && code.replaceAll(characters, "") === code ? code : null;
}

/** `7K2M-Q4RD`: four and four, as it stands on the board; grows as it is typed. */
export function codeGrouped(typed: string): string {
  const code = inCapitals(typed).slice(0, codeChars);
  return code.length <= 4 ? code : `${code.slice(0, 4)}-${code.slice(4)}`;
}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether an address leads back to the computer that opens it: a phone finds nobody there. */
export const isOfThisComputer = (url: string): boolean => loopback.has(new URL(url).hostname);

/** Where a code is typed by hand: the same for every code, without its path. */
export const joinAddress = (url: string): string => new URL("/join", url).href;
