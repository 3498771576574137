/** The order in which a day's entries act: the steward first, then by store and number. */
import type { Intervention, LogEntry } from "./decision.ts";

export function inOrder(entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.toSorted((a, b) => a.store - b.store || a.number - b.number);
}

type StewardsEntry = LogEntry & { readonly store: -1; readonly decision: Intervention };

/** Tells the steward's entries from those of stores. */
export function isStewards(entry: LogEntry): entry is StewardsEntry {
  return entry.store === -1;
}
