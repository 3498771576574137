import type sharpOf from "sharp";

/** The only readers that may run: libvips knows two dozen more, of drawings and documents too. */
const readers = ["Jpeg", "Png", "Webp"].map((kind) => `VipsForeignLoad${kind}Buffer`);

/**
 * The library that knows pictures; null where this kind of computer has no build of it, so that the
 * house runs without pictures rather than not at all.
 */
export async function loadSharp(
  load: () => Promise<{ default: typeof sharpOf }> = () => import("sharp"),
): Promise<typeof sharpOf | null> {
  const sharp = await load().then(
    (loaded) => loaded.default,
    () => null,
  );
  if (sharp === null) return null;
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: readers });
  // One picture at a time, each in a thread that ends after it: nothing is worth keeping.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
