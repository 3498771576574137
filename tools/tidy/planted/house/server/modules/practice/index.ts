import { routes } from "./routes.ts";

export const practice = { routes };
