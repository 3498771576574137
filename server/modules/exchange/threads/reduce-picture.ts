/** Draws a picture anew in a thread of its own: the file is somebody else's. */
import { type ReducedPicture, reducePicture } from "@echelon/connectors/picture/reduce-picture.ts";
import type { Outcome } from "@echelon/contract/platform/outcome.ts";

export interface PictureInput {
  readonly bytes: Uint8Array;
}

export function run({ bytes }: PictureInput): Promise<Outcome<ReducedPicture>> {
  return reducePicture(bytes);
}
