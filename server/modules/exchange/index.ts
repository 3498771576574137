import type { Module } from "../../platform/module.ts";
import { exchangeMeans } from "./means.ts";
import { exchangeRoutes } from "./routes.ts";
import { seedCatalogs } from "./use-cases/seed-catalogs.ts";

export {
  type PracticeProduct,
  practiceEnterprises,
  publishedProducts,
} from "./practice-products.ts";

/** The enterprises' catalogues: imported, completed, published, handed to seasons. */
export const exchangeModule: Module = {
  name: "exchange",
  needs: ["identity"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: (means) => exchangeRoutes(exchangeMeans(means)),
  seedDemo: (means) => seedCatalogs(exchangeMeans(means)),
};
