/** What may be uploaded as a picture. */
export const pictureBytesMax = 10 * 2 ** 20;
/** Width times height as the file claims it, in millions. */
export const megapixelsMax = 40;
/** Of those that are uploaded; a file may name more by their addresses. */
export const picturesUploadedMax = 20;
/** Longest sides of the two forms that are kept, pixels. */
export const pictureSidesMax = { large: 1_600, small: 320 } as const;

/** What a browser's file dialog offers; what a file is, its bytes say. */
export const pictureMediaTypes = ["image/jpeg", "image/png", "image/webp"] as const;
