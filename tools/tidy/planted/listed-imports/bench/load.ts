import autocannon from "autocannon";
import fc from "fast-check";

export const all = [autocannon, fc];
