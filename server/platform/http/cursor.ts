/**
 * A place in a list's total order as the opaque text of `next`: base64url of JSON. It is not
 * signed, since it says nothing that the caller may not ask for; a text that is none starts the
 * list anew.
 */
export function encodeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

export function decodeCursor<Place extends readonly (string | number)[]>(
  text: string,
): Place | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(place) ? (place as unknown as Place) : null;
  } catch {
    return null;
  }
}
