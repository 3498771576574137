import { exchange as on } from "@echelon/contract/exchange/endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { ExchangeMeans } from "./means.ts";
import { may } from "./may.ts";
import { commitImport } from "./use-cases/commit-import.ts";
import { editProduct } from "./use-cases/edit-product.ts";
import {
  exportCorrected,
  exportProducts,
  exportTemplate,
  showPicture,
} from "./use-cases/export-catalog.ts";
import { listCatalogs, listCategories, viewCatalog } from "./use-cases/list-catalogs.ts";
import { listProducts, viewProduct } from "./use-cases/list-products.ts";
import { previewImport, viewImport } from "./use-cases/preview-import.ts";
import { setPublished } from "./use-cases/publish-products.ts";

export const exchangeRoutes = (means: ExchangeMeans): readonly Route[] => [
  ...browsing(means),
  ...keeping(means),
  ...importing(means),
];

const browsing = (means: ExchangeMeans) => [
  route({ ...on.categories, allows: may.browse, run: () => listCategories() }),
  route({ ...on.catalogs, allows: may.browse, run: ({ caller }) => listCatalogs(means, caller) }),
  route({
    ...on.catalog,
    allows: may.browse,
    run: ({ caller, where }) => viewCatalog(means, caller, where.enterprise),
  }),
  route({
    ...on.products,
    allows: may.browse,
    run: ({ caller, where, asks }) => listProducts(means, caller, where.enterprise, asks),
  }),
  route({
    ...on.product,
    allows: may.browse,
    run: ({ caller, where }) => viewProduct(means, caller, where.enterprise, where.product),
  }),
  route({ ...on.picture, allows: may.see, run: ({ where }) => showPicture(means, where.picture) }),
];

const keeping = (means: ExchangeMeans) => [
  route({
    ...on.editProduct,
    allows: may.keep,
    run: ({ caller, where, body }) =>
      editProduct(means, caller, where.enterprise, where.product, body),
  }),
  route({
    ...on.publishProducts,
    allows: may.keep,
    run: ({ caller, where, body }) =>
      setPublished(means, caller, where.enterprise, body.products, "published"),
  }),
  route({
    ...on.withdrawProducts,
    allows: may.keep,
    run: ({ caller, where, body }) =>
      setPublished(means, caller, where.enterprise, body.products, "withdrawn"),
  }),
  route({
    ...on.exportProducts,
    allows: may.keep,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) => exportProducts(means, caller, where.enterprise, asks),
  }),
];

const importing = (means: ExchangeMeans) => [
  route({
    ...on.productTemplate,
    allows: may.keep,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) =>
      exportTemplate(means, caller, where.enterprise, asks.language),
  }),
  route({
    ...on.previewImport,
    allows: may.keep,
    bucket: "heavy-work",
    run: ({ caller, where, body, upload }) =>
      previewImport(means, caller, where.enterprise, upload, body),
  }),
  route({
    ...on.importPreview,
    allows: may.keep,
    run: ({ caller, where }) => viewImport(means, caller, where.enterprise, where.import),
  }),
  route({
    ...on.commitImport,
    allows: may.keep,
    run: ({ caller, where, body }) =>
      commitImport(means, caller, where.enterprise, where.import, body),
  }),
  route({
    ...on.correctedImport,
    allows: may.keep,
    bucket: "heavy-work",
    run: ({ caller, where, asks }) =>
      exportCorrected(means, caller, where.enterprise, where.import, asks.language),
  }),
];
