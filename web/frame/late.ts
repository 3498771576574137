import { type ComponentType, lazy } from "react";
import { loadTexts, type TextModule } from "../text/text.ts";

/**
 * A part of a room that is fetched, with its words, when it is first shown: a tab that few open, or
 * one that only some seasons have.
 *
 * @param words  text modules that must be there before it renders
 * @param file   whose default export it is
 */
export const late = <Props extends object>(
  words: readonly TextModule[],
  file: () => Promise<{ default: ComponentType<Props> }>,
) =>
  lazy(async () => {
    const [part] = await Promise.all([file(), loadTexts(...words)]);
    return part;
  });
