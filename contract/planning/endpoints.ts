import { z } from "zod";
import { fileRefusals, tableFileBytesMax } from "../exchange/files.ts";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { page, pageAsk } from "../platform/paging.ts";
import { Id } from "../platform/shapes.ts";
import {
  BatchRequest,
  BatchTaken,
  CommitImportRequest,
  ImportReport,
  ImportRow,
  importsMax,
  OpenStreamRequest,
  PreviewImportRequest,
  sourcesMax,
  SourceView,
  VacancyRequest,
} from "./imports.ts";
import {
  CoverageRequest,
  NeedView,
  OrderRequest,
  OrderView,
  QuarterName,
  StockRequest,
} from "./need.ts";
import { LabelRequest, ModelView, PostingShow, PostingView } from "./postings.ts";
import { Code, RegionView } from "./region.ts";

const ofOrganisation = z.strictObject({ organisation: Id });
const ofImport = z.strictObject({ organisation: Id, import: Id });
const ofPosting = z.strictObject({ organisation: Id, posting: Id });
const inOrganisation = ["identity/no-such-organisation"] as const;
const inImport = [...inOrganisation, "planning/no-such-import"] as const;

export const planning = endpoints({
  /** Cities, families of roles and echelons: the cells that need and supply are counted in. */
  region: { does: "GET /planning/region", gives: RegionView, refuses: [] },
  imports: {
    does: "GET /planning/organisations/:organisation/imports",
    where: ofOrganisation,
    gives: z.strictObject({
      sources: z.array(SourceView).max(sourcesMax),
      imports: z.array(ImportRow).max(importsMax),
    }),
    refuses: inOrganisation,
  },
  /** Reads a file and says what a commit would do; counts nothing. */
  previewImport: {
    does: "POST /planning/organisations/:organisation/imports",
    where: ofOrganisation,
    takes: PreviewImportRequest,
    uploads: { field: "file", bytesMax: tableFileBytesMax },
    gives: ImportReport,
    refuses: [
      ...inOrganisation,
      ...fileRefusals,
      "planning/import-seen",
      "planning/import-too-large",
    ],
  },
  /** Begins an import whose rows come in parts. */
  openStream: {
    does: "POST /planning/organisations/:organisation/streams",
    where: ofOrganisation,
    takes: OpenStreamRequest,
    gives: ImportReport,
    refuses: inOrganisation,
  },
  addPostings: {
    does: "POST /planning/organisations/:organisation/imports/:import/postings",
    where: ofImport,
    takes: BatchRequest,
    gives: BatchTaken,
    refuses: [...inImport, "planning/import-committed", "planning/import-too-large"],
  },
  importReport: {
    does: "GET /planning/organisations/:organisation/imports/:import",
    where: ofImport,
    gives: ImportReport,
    refuses: inImport,
  },
  commitImport: {
    does: "POST /planning/organisations/:organisation/imports/:import/commit",
    where: ofImport,
    takes: CommitImportRequest,
    gives: ImportRow,
    refuses: [
      ...inImport,
      "planning/import-columns",
      "planning/import-rows",
      "planning/import-seen",
      "planning/import-committed",
      "planning/import-empty",
    ],
  },
  /** One vacancy of one's own; it is taken at once. */
  addVacancy: {
    does: "POST /planning/organisations/:organisation/vacancies",
    where: ofOrganisation,
    takes: VacancyRequest,
    gives: ImportRow,
    refuses: inOrganisation,
  },
  postings: {
    does: "GET /planning/organisations/:organisation/postings",
    where: ofOrganisation,
    asks: z.strictObject({
      ...pageAsk,
      show: PostingShow.optional(),
      import: Id.optional(),
      city: Code.optional(),
      family: Code.optional(),
      echelon: Code.optional(),
      quarter: QuarterName.optional(),
    }),
    gives: page(PostingView),
    refuses: inOrganisation,
  },
  labelPosting: {
    does: "PUT /planning/organisations/:organisation/postings/:posting/label",
    where: ofPosting,
    takes: LabelRequest,
    gives: PostingView,
    refuses: [...inOrganisation, "planning/no-such-posting", "planning/unknown-role"],
  },
  model: { does: "GET /planning/model", gives: ModelView, refuses: [] },
  /** Learns from what people said, as a new version, and sorts everything anew with it. */
  retrain: {
    does: "POST /planning/model",
    gives: ModelView,
    refuses: ["planning/too-few-labels"],
  },
  need: {
    does: "GET /planning/need",
    asks: z.strictObject({ quarter: QuarterName.optional() }),
    gives: NeedView,
    refuses: [],
  },
  /** What a survey found of a source's coverage in a city and quarter. */
  setCoverage: {
    does: "PUT /planning/coverage",
    takes: CoverageRequest,
    gives: nothing,
    refuses: ["planning/no-such-source", "planning/unknown-city"],
  },
  /** How many people a survey says a cell needs. */
  setStock: {
    does: "PUT /planning/stock",
    takes: StockRequest,
    gives: nothing,
    refuses: ["planning/unknown-city", "planning/unknown-role"],
  },
  orders: {
    does: "GET /planning/organisations/:organisation/orders",
    where: ofOrganisation,
    gives: z.array(OrderView).max(500),
    refuses: inOrganisation,
  },
  orderPeople: {
    does: "POST /planning/organisations/:organisation/orders",
    where: ofOrganisation,
    takes: OrderRequest,
    gives: OrderView,
    refuses: [...inOrganisation, "planning/unknown-city", "planning/unknown-role"],
  },
  withdrawOrder: {
    does: "DELETE /planning/organisations/:organisation/orders/:peopleOrder",
    where: z.strictObject({ organisation: Id, peopleOrder: Id }),
    gives: nothing,
    refuses: [...inOrganisation, "planning/no-such-order"],
  },
});
