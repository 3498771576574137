/**
 * One text for one value, so that a hash of it names the value: JSON without spaces, keys sorted by
 * code units. For whole numbers and strings it is the form of RFC 8785, and can be made by anybody.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, of]) => of !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => `${JSON.stringify(key)}:${canonicalText(of)}`);
  return `{${fields.join(",")}}`;
}
