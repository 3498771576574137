import { readFileSync } from "node:fs";

const manifest = new URL("../../../package.json", import.meta.url);

/** The version in the root's package.json. */
export const echelonVersion = (JSON.parse(readFileSync(manifest, "utf8")) as { version: string })
  .version;
