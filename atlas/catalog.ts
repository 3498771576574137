/** The door to what is sold: categories of goods and the catalogs that ship with the project. */
export {
  type CatalogEnterprise,
  type CatalogProduct,
  picturePath,
  readCatalogFolder,
} from "./catalogs/catalog-folder.ts";
export { type Category, loadCategories } from "./categories/category.ts";
export { classifyTitle } from "./categories/classify-title.ts";
