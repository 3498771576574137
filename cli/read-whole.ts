/** The largest file that most commands take on standard input. */
export const inputBytesMax = 64 * 2 ** 20;

/** All bytes of a stream; null, without reading further, where they are more than that. */
export async function readWhole(
  stream: AsyncIterable<Uint8Array>,
  bytesMax = inputBytesMax,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > bytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
