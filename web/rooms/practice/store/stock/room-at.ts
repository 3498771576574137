import type { Room } from "./stock-answer.ts";

/** A room's place as a key; home has none of its own. */
export const placeOf = ({ market }: Pick<Room, "market">): string => market ?? "";

/** The room of a place as it stands now; null while none is chosen, and when it is gone. */
export const roomAt = <Of extends Pick<Room, "market">>(
  rooms: readonly Of[],
  place: string | null,
): Of | null => rooms.find((room) => placeOf(room) === place) ?? null;
