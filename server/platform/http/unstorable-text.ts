/**
 * Where a request holds a text that no database of ours can keep: with a NUL in it, or with half of
 * a surrogate pair. Names of fields count too. The request's shape is checked already, so it is not
 * deep.
 *
 * @param at  where the value is, such as `body.name`
 */
export function unstorableTexts(value: unknown, at: string): string[] {
  if (typeof value === "string") return isStorable(value) ? [] : [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    isStorable(name) ? unstorableTexts(part, `${at}.${name}`) : [at],
  );
}

const isStorable = (text: string) => !text.includes("\u0000") && text.isWellFormed();
