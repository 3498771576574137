/** The kinds of picture that are taken in. */
export type PictureKind = "jpeg" | "png" | "webp";

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];
const riff = [...new TextEncoder().encode("RIFF")];
const webp = [...new TextEncoder().encode("WEBP")];

/** What the first bytes say a file is, whatever it is called; null for anything else. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const says = (mark: readonly number[], at = 0) =>
    mark.every((byte, place) => bytes[at + place] === byte);
  if (says(png)) return "png";
  if (says(jpeg)) return "jpeg";
  return says(riff) && says(webp, 8) ? "webp" : null;
}
