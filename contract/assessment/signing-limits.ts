/** Certificates that are signed in one go. */
export const signedAtOnceMax = 1_000;
