import { exchange } from "@echelon/contract/exchange/endpoints.ts";
import { ok, type Outcome } from "@echelon/contract/platform/outcome.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type FileAnswer, type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { ExchangeMeans } from "./means.ts";
import { addPicture } from "./use-cases/add-picture.ts";
import { commitImport } from "./use-cases/commit-import.ts";
import { createProduct } from "./use-cases/create-product.ts";
import { editProduct } from "./use-cases/edit-product.ts";
import { listCatalogs, viewCatalog } from "./use-cases/find-catalog.ts";
import { listCategories } from "./use-cases/list-categories.ts";
import { listProducts } from "./use-cases/list-products.ts";
import { orderPictures } from "./use-cases/order-pictures.ts";
import { previewImport, viewImport } from "./use-cases/preview-import.ts";
import { publishProducts } from "./use-cases/publish-products.ts";
import { pictureSecurityPolicy, servePicture } from "./use-cases/serve-picture.ts";
import { viewProduct } from "./use-cases/view-product.ts";
import {
  exportProducts,
  type NamedFile,
  writeCorrected,
  writeTemplate,
} from "./use-cases/write-catalog-files.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function attach(written: Outcome<NamedFile>, mediaType: string): Outcome<FileAnswer> {
  if (!written.ok) return written;
  return ok({ body: written.value.bytes, name: written.value.name, mediaType });
}

export const exchangeRoutes = (means: ExchangeMeans): readonly Route[] => [
  ...catalogRoutes(means),
  ...pictureRoutes(means),
  ...importRoutes(means),
  ...fileRoutes(means),
];

const catalogRoutes = (means: ExchangeMeans): Route[] => [
  route({ ...exchange.categories, allows: anyone, run: () => listCategories() }),
  route({
    ...exchange.catalogs,
    allows: may.browse,
    run: ({ caller }) => listCatalogs(means, caller),
  }),
  route({
    ...exchange.catalog,
    allows: may.browse,
    run: ({ caller, where }) => viewCatalog(means, caller, where.enterprise),
  }),
  route({
    ...exchange.products,
    allows: may.browse,
    run: ({ caller, where, asks }) => listProducts(means, caller, where.enterprise, asks),
  }),
  route({
    ...exchange.product,
    allows: may.browse,
    run: ({ caller, where }) => viewProduct(means, caller, where),
  }),
  route({
    ...exchange.createProduct,
    allows: may.supply,
    run: ({ caller, where, body }) => createProduct(means, caller, where.enterprise, body),
  }),
  route({
    ...exchange.editProduct,
    allows: may.supply,
    run: ({ caller, where, body }) => editProduct(means, caller, where, body),
  }),
  route({
    ...exchange.publishProducts,
    allows: may.supply,
    run: ({ caller, where, body }) =>
      publishProducts(means, caller, where.enterprise, body.products, "published"),
  }),
  route({
    ...exchange.withdrawProducts,
    allows: may.supply,
    run: ({ caller, where, body }) =>
      publishProducts(means, caller, where.enterprise, body.products, "withdrawn"),
  }),
];

const pictureRoutes = (means: ExchangeMeans): Route[] => [
  route({
    ...exchange.addPicture,
    allows: may.supply,
    run: ({ caller, where, upload }) => addPicture(means, caller, where, upload),
  }),
  route({
    ...exchange.orderPictures,
    allows: may.supply,
    run: ({ caller, where, body }) => orderPictures(means, caller, where, body),
  }),
];

const importRoutes = (means: ExchangeMeans): Route[] => [
  route({
    ...exchange.previewImport,
    allows: may.supply,
    bucket: "heavy-work",
    run: ({ caller, where, body, upload }) =>
      previewImport(means, caller, where.enterprise, upload, body),
  }),
  route({
    ...exchange.importPreview,
    allows: may.supply,
    run: ({ caller, where }) => viewImport(means, caller, where),
  }),
  route({
    ...exchange.commitImport,
    allows: may.supply,
    bucket: "heavy-work",
    run: ({ caller, where, body }) => commitImport(means, caller, where, body),
  }),
];

const fileRoutes = (means: ExchangeMeans): Route[] => [
  route({
    ...exchange.productTemplate,
    allows: may.supply,
    bucket: "heavy-work",
    run: async ({ caller, where, asks }) =>
      attach(await writeTemplate(means, caller, where.enterprise, asks.language), xlsx),
  }),
  route({
    ...exchange.correctedImport,
    allows: may.supply,
    bucket: "heavy-work",
    run: async ({ caller, where, asks }) =>
      attach(await writeCorrected(means, caller, where, asks.language), xlsx),
  }),
  route({
    ...exchange.exportProducts,
    allows: may.browse,
    bucket: "heavy-work",
    run: async ({ caller, where, asks }) => {
      const { format, language } = asks;
      const written = await exportProducts(means, caller, where.enterprise, format, language);
      return attach(written, "text/csv");
    },
  }),
  route({
    ...exchange.picture,
    allows: anyone,
    run: ({ where, asks, answerHeader }) => {
      answerHeader("content-security-policy", pictureSecurityPolicy);
      return servePicture(means, where.picture, asks.size);
    },
  }),
];
