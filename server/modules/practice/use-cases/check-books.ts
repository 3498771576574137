import type { Sql } from "../../../platform/database/database.ts";
import type { Finding } from "../../../platform/module.ts";
import { named } from "../../../platform/database/statement.ts";

/** Documents of closed days that do not balance, and heads that miss a day: there must be none. */
export async function checkBooks(sql: Sql): Promise<readonly Finding[]> {
  const unbalanced = await sql.rows<{ season_id: string; day: number; document: number }>(
    named(
      "practice.unbalanced-documents",
      `select season_id, day, document from practice.posting
       group by season_id, branch, day, document, party, currency
       having sum(amount_minor) <> 0 order by season_id, day, document limit 100`,
      [],
    ),
  );
  const missing = await sql.rows<{ season_id: string; day: number }>(
    named(
      "practice.missing-days",
      `select s.season_id, d.day from practice.season s
       cross join lateral generate_series(1, s.day - 1) as d(day)
       where not exists (select from practice.day_close c
         where c.season_id = s.season_id and c.day = d.day and c.is_head)
       order by s.season_id, d.day limit 100`,
      [],
    ),
  );
  return [
    ...unbalanced.map(({ season_id: season, day, document }) => ({
      code: "practice/document-unbalanced",
      facts: { season, day, document },
    })),
    ...missing.map(({ season_id: season, day }) => ({
      code: "practice/day-missing",
      facts: { season, day },
    })),
  ];
}
