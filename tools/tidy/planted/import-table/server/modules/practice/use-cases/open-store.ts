import { routes } from "../routes.ts";
import { seats } from "../../teaching/store/teaching-store.ts";

export const openStore = [routes, seats];
