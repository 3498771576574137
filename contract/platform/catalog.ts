/**
 * The shape of a module's refusals: every code with the HTTP status it is answered with.
 *
 * A module writes its own in `contract/<module>/refusals.ts`; `contract/refusals.ts` merges them.
 * The status is written beside the code because it is part of what crosses the wire.
 */
export type StatusByCode = Readonly<Record<`${string}/${string}`, RefusalStatus>>;

/** Client's faults and the two "not now" answers; a bug is never a refusal. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
