/** Groups doubles of some blocks in a thread of its own. */
import { groupDoubles, type Sighting } from "@echelon/kernel/planning/demand/doubles.ts";

export type BlockedSighting = Sighting & { readonly block: string };

export interface GroupedPosting {
  readonly id: string;
  readonly group_id: string;
  readonly group_size: number;
  readonly windows: number;
}

/** Blocks whose enterprise nobody named begin with a question mark. */
export function run(sightings: readonly BlockedSighting[]): GroupedPosting[] {
  const blocks = Map.groupBy(sightings, ({ block }) => block);
  return [...blocks].flatMap(([block, members]) =>
    groupDoubles(members, !block.startsWith("?")).flatMap((group) =>
      group.members.map((id) => ({
        id,
        group_id: group.id,
        group_size: group.members.length,
        windows: group.windows,
      })),
    ),
  );
}
