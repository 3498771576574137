import { z } from "zod";
import { download, endpoints } from "../platform/endpoint.ts";
import { page, pageAsk } from "../platform/paging.ts";
import { Id, Locale } from "../platform/shapes.ts";
import { EditProductRequest, NewProductRequest, OrderPicturesRequest } from "./edits.ts";
import { fileRefusals, tableFileBytesMax } from "./files.ts";
import { CommitImportRequest, ImportCommitted, ImportPreview, ImportRequest } from "./imports.ts";
import { pictureBytesMax } from "./picture-limits.ts";
import { pictureRefusals, PictureSize } from "./pictures.ts";
import {
  CatalogView,
  CategoryId,
  CategoryView,
  ProductRow,
  ProductView,
  productsPerCatalogMax,
  PublishState,
  Readiness,
} from "./shapes.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ofCatalog = z.strictObject({ enterprise: Id });
const ofProduct = z.strictObject({ enterprise: Id, product: Id });
const ofImport = z.strictObject({ enterprise: Id, import: Id });
const inLanguage = z.strictObject({ language: Locale });
const inCatalog = ["exchange/no-such-catalog"] as const;
const ofThisProduct = [...inCatalog, "exchange/no-such-product"] as const;
/** What may be wrong with what is said of a product or its SKUs. */
const inWords = [
  "exchange/no-such-category",
  "exchange/bad-gtin",
  "exchange/no-such-currency",
  "exchange/sku-taken",
  "exchange/options-differ",
] as const;
const forImport = [...inCatalog, "exchange/no-such-import"] as const;

const Publish = z.strictObject({
  /** All sound products of the catalogue when left out. */
  products: z.array(Id).min(1).max(productsPerCatalogMax).optional(),
});
const Published = z.strictObject({
  changed: z.int().min(0),
  /** Products that stay as they are because they are red. */
  refused: z.array(Id).max(productsPerCatalogMax),
});

export const exchange = endpoints({
  categories: { does: "GET /categories", gives: z.array(CategoryView).max(200), refuses: [] },
  /** The caller's own catalogues, and those of others that have published products. */
  catalogs: { does: "GET /catalogs", gives: z.array(CatalogView).max(200), refuses: [] },
  catalog: {
    does: "GET /catalogs/:enterprise",
    where: ofCatalog,
    gives: CatalogView,
    refuses: inCatalog,
  },
  products: {
    does: "GET /catalogs/:enterprise/products",
    where: ofCatalog,
    asks: z.strictObject({
      ...pageAsk,
      /** Words of a title, a brand, a SKU or a GTIN, in either language. */
      q: z.string().trim().max(100).optional(),
      category: CategoryId.optional(),
      state: PublishState.optional(),
      readiness: Readiness.optional(),
    }),
    gives: page(ProductRow),
    refuses: inCatalog,
  },
  product: {
    does: "GET /catalogs/:enterprise/products/:product",
    where: ofProduct,
    gives: ProductView,
    refuses: ofThisProduct,
  },
  /** A product that somebody types; it is a draft until it is published. */
  createProduct: {
    does: "POST /catalogs/:enterprise/products",
    where: ofCatalog,
    takes: NewProductRequest,
    gives: ProductView,
    refuses: [...inCatalog, ...inWords, "exchange/product-exists", "exchange/catalog-full"],
  },
  editProduct: {
    does: "PATCH /catalogs/:enterprise/products/:product",
    where: ofProduct,
    takes: EditProductRequest,
    gives: ProductView,
    refuses: [
      ...ofThisProduct,
      ...inWords,
      "exchange/product-changed",
      "exchange/no-such-sku",
      "exchange/last-sku",
      "exchange/too-many-skus",
    ],
  },
  /** Draws a picture anew in two sizes and puts it behind the product's others. */
  addPicture: {
    does: "POST /catalogs/:enterprise/products/:product/pictures",
    where: ofProduct,
    uploads: { field: "file", bytesMax: pictureBytesMax },
    gives: ProductView,
    refuses: [...ofThisProduct, ...pictureRefusals, "exchange/too-many-pictures"],
  },
  /** Puts pictures in another order; those that are not named are taken off. */
  orderPictures: {
    does: "PUT /catalogs/:enterprise/products/:product/pictures",
    where: ofProduct,
    takes: OrderPicturesRequest,
    gives: ProductView,
    refuses: [...ofThisProduct, "exchange/product-changed", "exchange/no-such-picture"],
  },
  publishProducts: {
    does: "POST /catalogs/:enterprise/publish",
    where: ofCatalog,
    takes: Publish,
    gives: Published,
    refuses: inCatalog,
  },
  /** Seasons that run keep what they have; new ones no longer offer it. */
  withdrawProducts: {
    does: "POST /catalogs/:enterprise/withdraw",
    where: ofCatalog,
    takes: Publish,
    gives: Published,
    refuses: inCatalog,
  },
  productTemplate: {
    does: "GET /catalogs/:enterprise/template.xlsx",
    where: ofCatalog,
    asks: inLanguage,
    gives: download(xlsx),
    refuses: inCatalog,
  },
  /** Reads the file and says what a commit would do; changes nothing. */
  previewImport: {
    does: "POST /catalogs/:enterprise/imports",
    where: ofCatalog,
    takes: ImportRequest,
    uploads: { field: "file", bytesMax: tableFileBytesMax },
    gives: ImportPreview,
    refuses: [...inCatalog, ...fileRefusals, "exchange/no-such-currency"],
  },
  importPreview: {
    does: "GET /catalogs/:enterprise/imports/:import",
    where: ofImport,
    gives: ImportPreview,
    refuses: forImport,
  },
  commitImport: {
    does: "POST /catalogs/:enterprise/imports/:import/commit",
    where: ofImport,
    takes: CommitImportRequest,
    gives: ImportCommitted,
    refuses: [
      ...forImport,
      "exchange/import-committed",
      "exchange/import-faulty",
      "exchange/preview-stale",
      "exchange/catalog-full",
    ],
  },
  /** The file as it was understood, in our own form, each problem written beside its row. */
  correctedImport: {
    does: "GET /catalogs/:enterprise/imports/:import/corrected.xlsx",
    where: ofImport,
    asks: inLanguage,
    gives: download(xlsx),
    refuses: forImport,
  },
  exportProducts: {
    does: "GET /catalogs/:enterprise/products.csv",
    where: ofCatalog,
    asks: z.strictObject({ format: z.enum(["shopify", "shopify-legacy"]), language: Locale }),
    gives: download("text/csv"),
    refuses: [...inCatalog, "exchange/nothing-to-export", "exchange/text-like-formula"],
  },
  /** A picture by its content; drawings are served so that they can run nothing. */
  picture: {
    does: "GET /pictures/:picture",
    where: z.strictObject({ picture: z.string().regex(/^[0-9a-f]{64}$/) }),
    asks: z.strictObject({ size: PictureSize.optional() }),
    gives: download("image/svg+xml", "image/png", "image/jpeg", "image/webp"),
    refuses: ["exchange/no-such-picture"],
  },
});
