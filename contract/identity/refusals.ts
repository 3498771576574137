import type { StatusByCode } from "../platform/catalog.ts";

export const refusals = {
  "identity/wrong-credentials": 401,
  "identity/sign-in-queue": 503,
  "identity/demo-off": 403,
  "identity/no-such-demo-account": 404,
  "identity/password-weak": 422,
  "identity/wrong-password": 403,
  "identity/invitation-used": 409,
  "identity/wrong-invitation": 403,
  "identity/no-such-organisation": 404,
  "identity/organisation-closed": 409,
  "identity/slug-taken": 409,
  "identity/no-such-person": 404,
  "identity/username-taken": 409,
  "identity/number-taken": 409,
  "identity/role-not-here": 422,
  "identity/last-operator": 409,
} as const satisfies StatusByCode;
