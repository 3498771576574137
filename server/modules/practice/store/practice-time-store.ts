import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** No day counts for more: who sits there longer learns no more by it. */
const minutesADayMost = 8 * 60;

/**
 * Minutes in which somebody decided something in seasons of classes, days of UTC, at most eight
 * hours a day. Days that a rewind took back were practiced, too.
 */
export async function practiceMinutes(sql: Sql, person: string): Promise<number> {
  const [row] = await sql.rows<{ minutes: number }>(
    named(
      "practice.minutes-of-person",
      `select coalesce(sum(least(minutes, $2)), 0)::int as minutes from (
         select count(distinct date_trunc('minute', e.at at time zone 'utc')) as minutes
         from practice.store_member m
         join practice.log_entry e on e.season_id = m.season_id and e.store = m.store
         join practice.season s on s.season_id = m.season_id
         where m.person_id = $1 and e.author_id = $1
           and s.class_id is not null and not s.is_rehearsal
         group by date_trunc('day', e.at at time zone 'utc')
       ) days`,
      [person, minutesADayMost],
    ),
  );
  return row?.minutes ?? 0;
}

/** Seasons of classes in which somebody ran a store and of which a day has closed. */
export async function seasonsPlayedBy(sql: Sql, person: string): Promise<string[]> {
  const rows = await sql.rows<{ season: string }>(
    named(
      "practice.seasons-played-by",
      `select m.season_id as season from practice.store_member m
       join practice.season s on s.season_id = m.season_id
       where m.person_id = $1 and s.class_id is not null and not s.is_rehearsal
         and exists (select from practice.day_close c
           where c.season_id = m.season_id and c.is_head and c.day > 0)
       group by m.season_id order by m.season_id`,
      [person],
    ),
  );
  return rows.map(({ season }) => season);
}
