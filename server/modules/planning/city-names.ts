import { ownRegion } from "./region-view.ts";

let byName: ReadonlyMap<string, string> | undefined;

function namesOfCities(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { code, name, towns } of ownRegion().cities)
    for (const one of [name, ...towns]) {
      names.set(one.zh, code);
      names.set(`${one.zh}市`, code);
      names.set(one.en.toLowerCase(), code);
    }
  return names;
}

/**
 * The city of the region that somebody means: `杭州`, `浙江省杭州市`, `杭州-余杭区`, `Hangzhou`, or a
 * smaller city that is counted with it. Null for one elsewhere.
 */
export function cityOf(said: string): string | null {
  byName ??= namesOfCities();
  const { zh } = ownRegion().name;
  const text = said.normalize("NFKC").trim().toLowerCase();
  const inRegion = text.replace(new RegExp(`^${zh}(省)?[·\\s,-]*`), "");
  for (const part of [inRegion, ...inRegion.split(/[-·/,，\s]+/)]) {
    const city = byName.get(part) ?? byName.get(/^(.{2,3}?)市/.exec(part)?.[1] ?? "");
    if (city !== undefined) return city;
  }
  return null;
}
