import "zod";

export const oracle = Math.exp(1);
