import { useMemo } from "react";
import { useDraft } from "../use-draft.ts";
import {
  conflictsOf,
  keepMine,
  type ListingDraft,
  type SharedField,
  takeTheirs,
  withChange,
} from "./draft-conflicts.ts";
import { type EditorView, formOf, type ListingForm, wishesOf } from "./listing-form.ts";

/** What is typed of a listing over what stands, and where the two went apart meanwhile. */
export function useListingDraft(view: EditorView, photoLevel: number) {
  const current = useMemo(() => formOf(view, photoLevel), [view, photoLevel]);
  const filled = ({ base: _, ...typed }: ListingDraft): ListingForm => ({ ...current, ...typed });
  const { draft, last, settled, save, drop } = useDraft<ListingDraft>(
    `listing/${view.sku}/${view.market}`,
    (typed) => wishesOf(view, filled(typed)),
  );
  const form = filled(draft ?? {});
  return {
    form,
    /** Who types before the draft is there would write over it. */
    isThere: settled,
    drop,
    change: (part: Partial<ListingForm>) => save(withChange(draft, part, current)),
    team: {
      last,
      conflicts: conflictsOf(draft, current),
      keep: (field: SharedField) => save(keepMine(draft ?? {}, field, current)),
      take: (field: SharedField) => save(takeTheirs(draft ?? {}, field)),
    },
  };
}
