import type { Desk } from "./desk.ts";

/** A scripted player: what it does on each open day, through the API alone. */
export interface Level {
  readonly level: number;
  play(desk: Desk): Promise<void>;
}
