import { z } from "zod";
import type { RefusalCode } from "../refusals.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** An answer that is a file rather than JSON: the media types it may have. */
export interface Download {
  readonly download: readonly string[];
}

/** One file in a multipart form, beside the text fields that `takes` describes. */
export interface Upload {
  /** Name of the form's file field. */
  readonly field: string;
  /** Larger files are refused with `platform/too-large`. */
  readonly bytesMax: number;
}

/**
 * What one endpoint is, written once for validation, types, OpenAPI and the web client.
 *
 * `does` is the method and the path below `/api`; `where` is the path's parameters, `asks` the
 * query, `takes` the body, `gives` the answer.
 */
export interface Endpoint {
  readonly does: `${Method} /${string}`;
  readonly where?: z.ZodObject;
  readonly asks?: z.ZodObject;
  readonly takes?: z.ZodType;
  readonly gives: z.ZodType | Download;
  readonly refuses: readonly RefusalCode[];
  /** Answers callers who are not signed in, too. */
  readonly anonymous?: true;
  /** Answers programs, too, that hold the token of the store that the path is about. */
  readonly agents?: true;
  /** Answers 201 with this `Location`; `:name` is filled from the answer's field of that name. */
  readonly creates?: `/${string}`;
  readonly uploads?: Upload;
}

/** A module's endpoints by name, each keeping its exact type. */
export function endpoints<const Table extends Readonly<Record<string, Endpoint>>>(
  table: Table,
): Table {
  return table;
}

/** The answer of an endpoint that has nothing to tell: status 204. */
export const nothing = z.undefined();

export function download(...mediaTypes: readonly [string, ...string[]]): Download {
  return { download: mediaTypes };
}

export function isDownload(gives: z.ZodType | Download): gives is Download {
  return "download" in gives;
}

type Wire<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a client sends and receives, in wire form: a `bigint` is a decimal string there. */
export type BodyOf<E> = E extends { takes: infer S } ? Wire<S> : undefined;
export type PathOf<E> = E extends { where: infer S } ? Wire<S> : undefined;
export type QueryOf<E> = E extends { asks: infer S } ? Wire<S> : undefined;
export type AnswerOf<E> = E extends { gives: infer S }
  ? S extends Download
    ? Blob
    : Wire<S>
  : never;
