/** What enterprises offer: their catalogues, how these come in and go out. */
import type { Module } from "../../platform/module.ts";
import { exchangeMeans } from "./means.ts";
import { credentialRoutes } from "./credential-routes.ts";
import { mountIssuers } from "./mount-issuers.ts";
import { exchangeRoutes } from "./routes.ts";
import { forgetImports } from "./store/import-store.ts";
import { forgetShares } from "./store/share-store.ts";
import { seedDemo } from "./use-cases/seed-demo.ts";

export {
  practiceEnterprises,
  type PracticeProduct,
  publishedProducts,
} from "./use-cases/published-products.ts";

export { stateOf as credentialState } from "./credential-state.ts";
export { type CredentialWish, issueCredential } from "./issue-credential.ts";
export {
  type CredentialHead,
  credentialsFor,
  holdCredential,
  readCredential,
} from "./store/credential-store.ts";
export { insertReplay, newestReplay, readReplay, tellPlayed } from "./store/replay-store.ts";
export { answersFor, askForSchool } from "./use-cases/revoke-credential.ts";
export { verifyHere } from "./use-cases/verify-upload.ts";
export { type CredentialPace, measureCredentials } from "./testing/measure-credentials.ts";
export {
  credentialReasons,
  type CredentialQuestion,
  type Verified,
  verifyCredentialFile,
} from "./verify-credential.ts";

const importDays = 30;
const dayMillis = 86_400_000;

export const exchangeModule: Module = {
  name: "exchange",
  needs: ["identity"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: (means) => {
    const own = exchangeMeans(means);
    return [...exchangeRoutes(own), ...credentialRoutes(own)];
  },
  mount: mountIssuers,
  crons: ({ clock }) => [
    {
      name: "exchange.forget-imports",
      pattern: "37 3 * * *",
      run: ({ tx }) => forgetImports(tx, new Date(clock.now().getTime() - importDays * dayMillis)),
    },
    {
      name: "exchange.forget-shares",
      pattern: "39 3 * * *",
      run: ({ tx }) => forgetShares(tx, clock.now()),
    },
  ],
  seedDemo,
};
