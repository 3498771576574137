import type { Answer } from "../../api/client.ts";

/** What a commit of the file would do. */
export type Preview = Answer<"POST /catalogs/:enterprise/imports">;
