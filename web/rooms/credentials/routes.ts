import type { AnyRoute } from "@tanstack/react-router";
import { room } from "../../frame/room.ts";

const words = ["credentials"] as const;

/** The pages on which anybody checks a certificate; nobody must sign in there. */
export const verifyRoutes = (plain: AnyRoute): AnyRoute[] => [
  room(plain, "verify", words, () => import("./verify.tsx")),
  room(plain, "verify/$token", words, () => import("./shared.tsx")),
];

export const certificateRoutes = (student: AnyRoute): AnyRoute[] => [
  room(student, "certificates", words, () => import("./my-certificates.tsx")),
];

/** What a class has earned, for who signs it. */
export const classCertificateRoutes = (teacher: AnyRoute): AnyRoute[] => [
  room(teacher, "classes/$class/certificates", words, () => import("./class-certificates.tsx")),
];

/** Of the operator and of the offices of schools. */
export const officeCredentialRoutes = (own: AnyRoute): AnyRoute[] => [
  room(own, "revocations", words, () => import("./revocations.tsx")),
  room(own, "keys", words, () => import("./keys.tsx")),
];
