import { join, resolve } from "node:path";
import { z } from "zod";
import { Fault } from "./platform/fault.ts";
import { secretOf } from "./platform/secrets.ts";

/** What one installation is set to. Read once, from the environment, by whoever starts it. */
export interface Config {
  readonly home: string;
  /** An external PostgreSQL; null for the embedded one. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** The public origin, without a path. */
  readonly url: string;
  readonly secret: string;
  readonly workers: number;
  readonly isDemo: boolean;
  /** Days that the demonstration's class trades by itself; 0 for none. */
  readonly demoDays: number;
  readonly proxyHops: number;
  /** Hosts that outgoing calls may reach by http or on private addresses. */
  readonly fetchHosts: readonly string[];
}

const loopback = ["127.0.0.1", "localhost", "::1"];

const portMax = 65_535;
const workersMax = 64;
const demoDaysMax = 60;
const proxyHopsMax = 10;

const whole = (max: number, usual: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .default(usual)
    .transform(Number)
    .pipe(z.int().min(0).max(max));

const Environment = z.object({
  ECHELON_HOME: z.string().min(1).default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  ECHELON_HOST: z.string().min(1).max(255).default("127.0.0.1"),
  ECHELON_PORT: whole(portMax, "4100"),
  ECHELON_URL: z.url({ protocol: /^https?$/ }).optional(),
  ECHELON_SECRET: z.string().min(32).max(1_000).optional(),
  ECHELON_WORKERS: whole(workersMax, "1"),
  ECHELON_DEMO: z.enum(["0", "1"]).optional(),
  ECHELON_DEMO_DAYS: whole(demoDaysMax, "14"),
  ECHELON_PROXY_HOPS: whole(proxyHopsMax, "0"),
  ECHELON_FETCH_HOSTS: z.string().max(4_000).default(""),
});

/**
 * Reads the configuration. The secret is made at the first start when none is given.
 *
 * @param folder what a relative `ECHELON_HOME` is relative to
 * @throws Fault `config/wrong-value` naming the variable
 */
export function readConfig(environment: NodeJS.ProcessEnv, folder: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const variable = String(parsed.error.issues[0]?.path[0] ?? "");
    throw new Fault("config/wrong-value", { variable, value: shown(variable, environment) });
  }
  const values = parsed.data;
  const home = resolve(folder, values.ECHELON_HOME);
  const { ECHELON_HOST: host, ECHELON_PORT: port } = values;
  const url =
    values.ECHELON_URL === undefined ? urlOf(host, port) : new URL(values.ECHELON_URL).origin;
  const isAtHome = loopback.includes(host) && isLoopback(url) && values.ECHELON_PROXY_HOPS === 0;
  const isDemo = values.ECHELON_DEMO ?? (isAtHome ? "1" : "0");
  return {
    home,
    databaseUrl: values.DATABASE_URL ?? null,
    host,
    port,
    url,
    secret: values.ECHELON_SECRET ?? secretOf(join(home, "keys")),
    workers: values.ECHELON_WORKERS,
    isDemo: isDemo === "1",
    demoDays: values.ECHELON_DEMO_DAYS,
    proxyHops: values.ECHELON_PROXY_HOPS,
    fetchHosts: values.ECHELON_FETCH_HOSTS.split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  };
}

/** A public address or a proxy in front brings strangers to a server that listens at home alone. */
const isLoopback = (url: string): boolean =>
  loopback.includes(new URL(url).hostname.replace(/^\[|\]$/g, ""));

/** The address a person types: a server on all interfaces is reached here by the loopback one. */
export function urlOf(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

const secretNames = new Set(["ECHELON_SECRET", "DATABASE_URL"]);

function shown(variable: string, environment: NodeJS.ProcessEnv): string {
  return secretNames.has(variable) ? "…" : (environment[variable] ?? "").slice(0, 100);
}

/** All values as the environment would say them, secrets masked, for `echelon config`. */
export function showConfig(config: Config): Readonly<Record<string, string>> {
  return {
    ECHELON_HOME: config.home,
    DATABASE_URL: config.databaseUrl === null ? "" : maskedUrl(config.databaseUrl),
    ECHELON_HOST: config.host,
    ECHELON_PORT: String(config.port),
    ECHELON_URL: config.url,
    ECHELON_SECRET: `…${config.secret.slice(-4)}`,
    ECHELON_WORKERS: String(config.workers),
    ECHELON_DEMO: config.isDemo ? "1" : "0",
    ECHELON_DEMO_DAYS: String(config.demoDays),
    ECHELON_PROXY_HOPS: String(config.proxyHops),
    ECHELON_FETCH_HOSTS: config.fetchHosts.join(","),
  };
}

function maskedUrl(text: string): string {
  const url = new URL(text);
  if (url.password !== "") url.password = "…";
  return decodeURI(url.href);
}
