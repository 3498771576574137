import type { StatusByCode } from "./catalog.ts";

/** What any route may answer, whatever it does. A route's own `refuses` never repeats these. */
export const refusals = {
  "platform/malformed-request": 400,
  "platform/not-signed-in": 401,
  "platform/not-allowed": 403,
  "platform/foreign-origin": 403,
  "platform/not-found": 404,
  "platform/too-large": 413,
  "platform/wrong-media-type": 415,
  "platform/too-many-requests": 429,
  "platform/unexpected": 500,
  "platform/busy": 503,
  "platform/disk-full": 503,
} as const satisfies StatusByCode;
