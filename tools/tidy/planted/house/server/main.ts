import { practice } from "./modules/practice/index.ts";

export const started = [practice];
