import type { OwnersPool } from "./joined-database.ts";

/** What may change although a request was refused: counts of tries, who looked, who works. */
const volatile = [
  "platform.bucket",
  "platform.event",
  "platform.worker",
  "auth.session",
  "identity.audit",
];

/**
 * Says in one text what a database holds: of every table the rows and the youngest transaction that
 * wrote one. Two equal marks mean that nothing was committed between them.
 *
 * @param schemas  a pattern of those that are read; usually all
 */
export async function markReader(pool: OwnersPool, schemas = ""): Promise<() => Promise<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema|^graphile_worker'
        and n.nspname || '.' || c.relname <> all ($1) and n.nspname ~ $2 order by 1`,
    [volatile, schemas],
  );
  const parts = rows.map(
    ({ name }) => `(select count(*) || ':' || coalesce(max(xmin::text::bigint), 0) from ${name})`,
  );
  // An array, because a function takes a hundred arguments at most, and there are more tables.
  const text = `select array_to_string(array[${parts.join(", ")}], ' ') as mark`;
  return async () => {
    const marks = await pool.query<{ mark: string }>(text);
    return marks.rows[0]!.mark;
  };
}
