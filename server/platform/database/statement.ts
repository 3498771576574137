/** A query with its values; with a name it is prepared once a connection, then only executed. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * A named statement for hot keyed reads: PostgreSQL plans it once a connection.
 *
 * The name must always go with the same text, so it says module and purpose.
 *
 * @example named("practice.store-of-person", "select … where person_id = $1", [person])
 */
export function named(name: string, text: string, values: readonly unknown[]): Statement {
  return { name, text, values };
}
