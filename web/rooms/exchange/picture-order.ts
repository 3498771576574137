import type { Product } from "./product-edit.ts";

export type PictureView = Product["pictures"][number];

/** How a product names a picture: its path here, or its address elsewhere. */
export function addressOf({ path, foreignUrl }: PictureView): string {
  return path ?? foreignUrl ?? "";
}

/** The picture at one place put at another; the others close up. */
export function moved<One>(all: readonly One[], from: number, to: number): One[] {
  const one = all[from];
  return one === undefined ? [...all] : all.toSpliced(from, 1).toSpliced(to, 0, one);
}

export function without<One>(all: readonly One[], place: number): One[] {
  return all.toSpliced(place, 1);
}
