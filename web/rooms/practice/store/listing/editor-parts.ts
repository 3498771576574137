import type { ProjectionSum } from "../projection-sum.ts";
import type { EditorView, ListingForm } from "./listing-form.ts";

/** What every section of the listing's editor is given. */
export type Section = {
  view: EditorView;
  form: ListingForm;
  change: (part: Partial<ListingForm>) => void;
  /** What handing in would do, as far as the server has answered. */
  sum: ProjectionSum;
};

/** Columns that a title may take; a Chinese character takes two. */
export const titleWidthMax = 150;
/** Keywords beyond this number cost relevance. */
export const keywordsFree = 7;
export const textCharsMax = 2_000;
