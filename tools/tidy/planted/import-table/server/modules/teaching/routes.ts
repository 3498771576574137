import { seats } from "./store/teaching-store.ts";

export const routes = [seats];
