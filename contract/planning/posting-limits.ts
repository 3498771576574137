/** Limits and names of postings that screens share with the server. */

/** The fields that a column of a file may be read as. */
export const postingFields = [
  "title",
  "description",
  "enterprise",
  "city",
  "salary",
  "experience",
  "education",
  "openings",
  "postedOn",
  "closedOn",
  "sourceKey",
  "enterpriseSize",
] as const;
export type PostingField = (typeof postingFields)[number];

/** Why a row is refused. */
export const postingFaults = [
  "title-missing",
  "title-too-long",
  "cell-formula",
  "date-ambiguous",
  "date-unreadable",
  "openings-unreadable",
  "line-unreadable",
] as const;
export type PostingFault = (typeof postingFaults)[number];

/** What is odd about a row that is taken all the same. */
export const postingFlags = [
  "pay-unread",
  "pay-none",
  "openings-many",
  "openings-assumed",
  "date-missing",
  "date-future",
  "closed-before-posted",
  "city-missing",
  "city-outside",
  "text-cut",
] as const;
export type PostingFlag = (typeof postingFlags)[number];

export const educations = [
  "none",
  "secondary",
  "diploma",
  "bachelor",
  "master",
  "doctor",
  "unsaid",
] as const;

/** Postings of one import: of a file that is uploaded, and of one that comes in parts. */
export const uploadedRowsMax = 100_000;
export const streamedRowsMax = 1_000_000;
export const batchRowsMax = 500;
/** Openings of one posting that are counted. */
export const openingsMax = 20;
export const titleCharsMax = 200;
export const descriptionCharsMax = 20_000;
/** Problems of an import that are told one by one. */
export const problemsMax = 500;
/** New labels that a version of the model takes at least. */
export const labelsMin = 10;
