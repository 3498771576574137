/** So much of a file is looked at. */
export const guessBytes = 65_536;

const zipMark = [0x50, 0x4b, 0x03, 0x04];

/**
 * The language of a table of text by its first bytes: Chinese where Chinese signs stand in it, or
 * where it is not UTF-8 (then it is GB18030, as Excel writes in China). Null for a packed file and
 * for one that is no text, which do not show their words.
 */
export function guessLanguage(start: Uint8Array): "zh" | "en" | null {
  if (zipMark.every((byte, index) => start[index] === byte)) return null;
  if (start.includes(0)) return null;
  const whole = withoutCutSign(start);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(whole);
    return /\p{Script=Han}/u.test(text) ? "zh" : "en";
  } catch {
    return "zh";
  }
}

/** The last sign may have been cut in two; at most three bytes of it are there. */
function withoutCutSign(bytes: Uint8Array): Uint8Array {
  if (bytes.length < guessBytes) return bytes;
  let end = bytes.length;
  while (end > bytes.length - 4 && (bytes[end - 1] ?? 0) >= 0x80) end -= 1;
  return bytes.subarray(0, end);
}
