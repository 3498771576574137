import type { Answer } from "../../../../api/client.ts";

type Attribute = Answer<"GET /categories">[number]["attributes"][number];

const folded = (text: string) => text.toLowerCase().replaceAll("-", " ");

/**
 * What the enterprise's record says of an attribute, for the reader: a choice by its name, with the
 * word that stands in the record where that is another; a number with its unit.
 */
export function recordName(
  truth: string,
  attribute: Pick<Attribute, "unit" | "values"> | undefined,
  nameOf: (name: { zh: string; en: string }) => string,
): string {
  const choice = attribute?.values.find(({ id }) => id === truth);
  if (choice !== undefined) {
    const name = nameOf(choice.name);
    return folded(name) === folded(truth) ? name : `${name} · ${truth}`;
  }
  const unit = attribute?.unit ?? null;
  return unit === null ? truth : `${truth} ${unit}`;
}
