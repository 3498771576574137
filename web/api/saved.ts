import { useSyncExternalStore } from "react";

/** What the top bar says about what was typed. */
export type SavedState =
  | { readonly kind: "nothing" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "not-saved" };

let state: SavedState = { kind: "nothing" };
const hearers = new Set<() => void>();

/** Rooms that keep drafts tell it here; `at` is the server's time of the last one. */
export function tellSaved(next: SavedState): void {
  state = next;
  for (const hear of hearers) hear();
}

export function useSaved(): SavedState {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => state,
  );
}
