/** Names the defaults of all parameters, so that what was measured with others can be told. */
import { hex, mixBytes, mixInt32, newHash } from "../../number/fnv.ts";
import { parameterRows } from "./parameters.ts";

export function parametersDigest(
  rows: readonly { readonly name: string; readonly value: number }[] = parameterRows,
): string {
  const hash = newHash();
  for (const { name, value } of rows) {
    for (let i = 0; i < name.length; i++) mixInt32(hash, name.charCodeAt(i));
    mixBytes(hash, Float64Array.of(value));
  }
  return hex(hash);
}
