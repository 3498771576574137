const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * Text with XML's own entities undone, named and numbered. Others stay as they stand: nobody may
 * declare any, so none can grow.
 */
export function undoEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[0-9a-fA-F]{1,6}|\w{2,4});/g, (whole, entity: string) =>
    entity.startsWith("#") ? characterOf(entity) : (named[entity] ?? whole),
  );
}

function characterOf(entity: string): string {
  const isHex = entity[1] === "x";
  const code = Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
