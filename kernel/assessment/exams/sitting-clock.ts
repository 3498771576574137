/** When somebody's time in an exam is over; instants are milliseconds of the server's clock. */

const millisAMinute = 60_000;

/** What the time of one sitting is made of. */
export interface SittingTime {
  readonly startedAt: number;
  /** That everybody has from the start on. */
  readonly minutes: number;
  /** After which nobody writes; null where a person closes the exam. */
  readonly closesAt: number | null;
  /** Given to this person, and to all of the room, on top of either. */
  readonly extraMinutes: number;
}

/**
 * The instant at which a sitting ends: its minutes after its start, or when the exam closes, and
 * extra minutes after whichever is the earlier. So who starts late loses time, and who was given
 * extra time has it in any case.
 */
export function sittingEnd({ startedAt, minutes, closesAt, extraMinutes }: SittingTime): number {
  const own = startedAt + minutes * millisAMinute;
  const end = closesAt === null ? own : Math.min(own, closesAt);
  return end + extraMinutes * millisAMinute;
}

/** A span in which the server did not answer. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

/**
 * Whole minutes, rounded up, that outages took from one sitting: those in which it was being
 * written. What was given back later makes none of them longer: an outage that began in the planned
 * time counts to its end, one that began in extra time to the end of that.
 *
 * @param endedAt  when it was handed in or ended; null while it goes on
 */
export function lostMinutes(
  time: SittingTime,
  endedAt: number | null,
  outages: readonly Outage[],
): number {
  const planned = sittingEnd({ ...time, extraMinutes: 0 });
  const whole = sittingEnd(time);
  const lost = outages.reduce((sum, { from, to }) => {
    const end = Math.min(from < planned ? planned : whole, endedAt ?? Infinity);
    return sum + Math.max(0, Math.min(to, end) - Math.max(from, time.startedAt));
  }, 0);
  return Math.ceil(lost / millisAMinute);
}

/** Whole seconds that are left, never less than 0. */
export const secondsLeft = (end: number, now: number): number =>
  Math.max(0, Math.floor((end - now) / 1_000));
