import { build } from "vite";

export const all = build;
