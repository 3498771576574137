import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Download, Method, Upload } from "@echelon/contract/platform/endpoint.ts";
import type { Outcome } from "@echelon/contract/platform/outcome.ts";
import type { RefusalCode } from "@echelon/contract/refusals.ts";
import type { Caller, Permission } from "./caller.ts";
import type { BucketName } from "./rate-limit.ts";

/** A file that a route gives. With a name it is an attachment; without one it is shown in place. */
export interface FileAnswer {
  readonly body: Uint8Array | Readable;
  readonly mediaType: string;
  readonly name?: string;
  /** Content that never changes under its address may be kept by the browser. */
  readonly isImmutable?: boolean;
}

/** The file of a multipart form, whole in memory; its size was limited while it arrived. */
export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type Frozen<T> = T extends Date | bigint ? T : { readonly [Name in keyof T]: Frozen<T[Name]> };

/** What `run` gives: the answer before it is encoded for the wire. */
export type Given<Gives> = Gives extends Download
  ? FileAnswer
  : Gives extends z.ZodType
    ? Frozen<z.output<Gives>>
    : never;

/** One call of a route, everything in it already valid. */
export interface Call<Where, Asks, Takes, IsAnonymous, Uploads> {
  readonly caller: IsAnonymous extends true ? Caller | null : Caller;
  readonly where: Parsed<Where>;
  readonly asks: Parsed<Asks>;
  readonly body: Parsed<Takes>;
  readonly upload: Uploads extends Upload ? UploadedFile : undefined;
  /** Id of this request in the log. */
  readonly trace: string;
  /** The client's address, trusted through as many proxies as are configured. */
  readonly address: string;
  header(name: string): string | undefined;
  /** Adds a header to the answer; `set-cookie` may be added more than once. */
  answerHeader(name: string, value: string): void;
}

export interface RouteSpec<Where, Asks, Takes, Gives, IsAnonymous, Uploads> {
  readonly does: `${Method} /${string}`;
  readonly where?: Where;
  readonly asks?: Asks;
  readonly takes?: Takes;
  readonly gives: Gives;
  readonly refuses: readonly RefusalCode[];
  readonly anonymous?: IsAnonymous;
  readonly agents?: true;
  readonly creates?: `/${string}`;
  readonly uploads?: Uploads;
  readonly allows: Permission;
  /** A stricter limit than that of all reads and writes; counted by person, else by address. */
  readonly bucket?: BucketName;
  run(
    call: Call<Where, Asks, Takes, IsAnonymous, Uploads>,
  ): Promise<Outcome<Given<Gives>>> | Outcome<Given<Gives>>;
}

type Anything = z.ZodType | undefined;
type AnyObject = z.ZodObject | undefined;

/** A route with its types forgotten, as the server registers it. */
export type Route = RouteSpec<
  z.ZodObject,
  z.ZodObject,
  z.ZodType,
  z.ZodType | Download,
  true | undefined,
  Upload | undefined
> & { readonly run: (call: never) => Promise<Outcome<unknown>> | Outcome<unknown> };

/**
 * An endpoint of the contract together with who may call it and what it runs.
 *
 * @example route({ ...practice.openStore, allows: may.trade,
 *            run: ({ caller, body }) => openStore(means, caller.person, body) })
 */
export function route<
  Gives extends z.ZodType | Download,
  Where extends AnyObject = undefined,
  Asks extends AnyObject = undefined,
  Takes extends Anything = undefined,
  IsAnonymous extends true | undefined = undefined,
  Uploads extends Upload | undefined = undefined,
>(spec: RouteSpec<Where, Asks, Takes, Gives, IsAnonymous, Uploads>): Route {
  return spec as unknown as Route;
}
