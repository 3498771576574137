/** What stands on paper: blocks from top to bottom, in the words of whoever has them printed. */

export interface PaperColumn {
  readonly heading: string;
  /** Parts of the width; columns share it in proportion. */
  readonly parts: number;
  readonly isNumber?: boolean;
}

export type PaperBlock =
  | { readonly kind: "heading" | "paragraph" | "note"; readonly text: string }
  /** Names and what they are, side by side. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly kind: "table";
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
    };

export interface PaperDocument {
  readonly language: "zh" | "en";
  readonly title: string;
  /** Under the title: whose it is, and of when. */
  readonly subtitle: string;
  readonly author: string;
  readonly madeAt: Date;
  readonly blocks: readonly PaperBlock[];
  /** At the foot of each page, beside its number. */
  readonly foot: string;
}

export const paperLimits = {
  blocksMax: 2_000,
  rowsMax: 5_000,
} as const;
