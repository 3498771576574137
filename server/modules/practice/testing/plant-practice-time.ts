import type { Tx } from "../../../platform/database/database.ts";

/** Minutes of one day: what counts of a day ends at eight hours. */
const minutesADay = 480;
/** Beyond any number that a store comes to by itself. */
const firstNumber = 1_000_000;

/**
 * Gives somebody minutes of practice: the last decision of theirs again, a minute after the other,
 * on the days before a moment. For tests of what takes weeks; no day that is closed later may be
 * replayed with them.
 */
export async function plantPracticeTime(
  tx: Tx,
  {
    season,
    person,
    minutes,
    until,
  }: {
    readonly season: string;
    readonly person: string;
    readonly minutes: number;
    readonly until: Date;
  },
): Promise<void> {
  await tx.rows({
    name: "practice.plant-time",
    text: `insert into practice.log_entry
        (season_id, store, number, branch, day, kind, decision, author_id, note, at, cost_minor)
      select season_id, store, $5 + minute, branch, day, kind, decision, author_id, note,
        date_trunc('day', $4::timestamptz) - (1 + minute / $6) * interval '1 day'
          + (minute % $6) * interval '1 minute', 0
      from (select * from practice.log_entry where season_id = $1 and author_id = $2 and store >= 0
            order by number desc limit 1) last, generate_series(0, $3::int - 1) minute`,
    values: [season, person, minutes, until, firstNumber, minutesADay],
  });
}
