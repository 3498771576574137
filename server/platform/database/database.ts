import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import type { Topic } from "@echelon/contract/platform/events.ts";
import type { Outcome } from "@echelon/contract/platform/outcome.ts";
import { writeEvents } from "../live/write-events.ts";
import { isBroken } from "./broken-connection.ts";
import { connect } from "./pool.ts";
import type { Statement } from "./statement.ts";

/** What a store runs its SQL on: the pool for single reads, or a transaction. */
export interface Sql {
  /** Kysely, typed by the tables of the store's own `schema.ts`. */
  tables<Tables>(): Kysely<Tables>;
  /** Runs a named statement and gives its rows. */
  rows<Row>(statement: Statement): Promise<Row[]>;
}

/** One transaction on one connection: a use case has exactly one. */
export interface Tx extends Sql {
  /** The bare connection, for COPY and what Kysely cannot say. Never commit or release it. */
  readonly client: pg.ClientBase;
  /**
   * Tells whoever listens to a topic that its thing changed, when and only when this commits.
   * All of a transaction go out as one notification.
   */
  announce(topic: Topic, version?: number): void;
}

export interface TransactionOptions {
  /** Sees one snapshot and cannot write. */
  readonly isReadOnlySnapshot?: boolean;
  /** Commits what was written although the outcome is a refusal: a count of wrong tries. */
  readonly keepsRefused?: boolean;
}

export interface Database extends Sql {
  readonly pool: pg.Pool;
  /**
   * Runs `work` in one transaction at `read committed`.
   *
   * Rolls back when it throws, and also when its outcome is a refusal, so a refused request leaves
   * nothing half-written.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Runs reads outside a transaction; once more when the database went away meanwhile. */
  reading<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createDatabase(pool: pg.Pool): Database {
  const patient = { connect: () => connect(pool), end: () => pool.end() } as unknown as pg.Pool;
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: patient }) });
  const onPool: Sql = {
    tables: <Tables>() => kysely as unknown as Kysely<Tables>,
    async rows<Row>(statement: Statement) {
      const client = await connect(pool);
      try {
        return await rowsOf<Row>(client, statement);
      } finally {
        client.release();
      }
    },
  };
  return {
    ...onPool,
    pool,
    async reading(work) {
      try {
        return await work(onPool);
      } catch (error) {
        if (!isBroken(error)) throw error;
        return await work(onPool);
      }
    },
    transaction: (work, options = {}) => transact(pool, work, options),
    close: () => pool.end(),
  };
}

const onClients = new WeakMap<pg.ClientBase, Kysely<unknown>>();

/** A Kysely that runs on one connection; kept with it, since connections are used again. */
function kyselyOn(client: pg.ClientBase): Kysely<unknown> {
  const known = onClients.get(client);
  if (known !== undefined) return known;
  const query = client.query.bind(client);
  const lent = { query, release() {} };
  const pool = { connect: async () => lent, end: async () => {} } as unknown as pg.Pool;
  const made = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  onClients.set(client, made);
  return made;
}

async function transact<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const client = await connect(pool);
  let failure: Error | undefined;
  try {
    await client.query(
      options.isReadOnlySnapshot === true
        ? "begin isolation level repeatable read read only"
        : "begin",
    );
    const result = await withEvents(client, work, options);
    return result;
  } catch (error) {
    failure = await rollBack(client, error);
    throw error;
  } finally {
    client.release(failure);
  }
}

async function withEvents<T>(
  client: pg.PoolClient,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const events = new Map<Topic, number>();
  const result = await work({
    client,
    tables: <Tables>() => kyselyOn(client) as unknown as Kysely<Tables>,
    rows: (statement) => rowsOf(client, statement),
    announce: (topic, version = 0) => void events.set(topic, version),
  });
  if (isRefused(result) && options.keepsRefused !== true) {
    await client.query("rollback");
    return result;
  }
  if (events.size > 0) await writeEvents(client, events);
  await client.query("commit");
  return result;
}

/**
 * Gives the error that makes the connection unfit for another use; none when the rollback went
 * well.
 */
async function rollBack(client: pg.PoolClient, cause: unknown): Promise<Error | undefined> {
  if (isBroken(cause)) return cause as Error;
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

async function rowsOf<Row>(client: pg.ClientBase, statement: Statement): Promise<Row[]> {
  const { name, text, values } = statement;
  const result = await client.query({ name, text, values: [...values] });
  return result.rows as Row[];
}

function isRefused(value: unknown): boolean {
  const outcome = value as Partial<Outcome<unknown>> | null;
  return (
    typeof outcome === "object" && outcome !== null && outcome.ok === false && "refusal" in outcome
  );
}
