export const now = () => Date.now();
export const luck = () => Math.random();
export const grown = (rate: number) => Math.exp(rate);
export const power = (base: number) => base ** 2;
export const home = process.env["HOME"];
export async function later() {
  await Promise.resolve();
}
export const page = () => fetch("https://example.org");
export const names = (list: string[]) => list.toSorted((a, b) => a.localeCompare(b));
export const shared = new SharedArrayBuffer(8);
export const keys = (map: object) => {
  for (const key in map) return key;
  return "";
};
export const fixed = 10n ** 4n + BigInt(Math.floor(Math.sqrt(16)));
export type Row = { Date: string };
export const aliased = Math["pow"];
