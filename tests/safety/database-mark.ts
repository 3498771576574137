import type { FreshDatabase } from "@echelon/server/main.ts";

/** What may change although a request was refused: counts of tries, and who looked. */
const volatile = ["platform.bucket", "platform.event", "auth.session", "identity.audit"];

/**
 * Says in one text what a database holds: of every table the rows and the youngest transaction that
 * wrote one. Two equal marks mean that nothing was committed between them.
 */
export async function markReader(fresh: FreshDatabase): Promise<() => Promise<string>> {
  const { rows } = await fresh.owner.pool.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema|^graphile_worker'
        and n.nspname || '.' || c.relname <> all ($1) order by 1`,
    [volatile],
  );
  const parts = rows.map(
    ({ name }) => `(select count(*) || ':' || coalesce(max(xmin::text::bigint), 0) from ${name})`,
  );
  const text = `select concat_ws(' ', ${parts.join(", ")}) as mark`;
  return async () => {
    const marks = await fresh.owner.pool.query<{ mark: string }>(text);
    return marks.rows[0]!.mark;
  };
}
