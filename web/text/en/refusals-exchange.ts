/** What the refusals of exchange say: what happened and what to do. One sentence a code. */
export default {
  "exchange/file-is-old-excel": "This is an old Excel file (.xls). Save it as .xlsx or .csv.",
  "exchange/file-not-a-table": "This file holds no table. Choose an .xlsx or .csv file.",
  "exchange/file-has-macros": "This file carries macros. Save it as .xlsx without macros.",
  "exchange/file-links-outside":
    "This file refers to other files. Break its links in Excel and save it again.",
  "exchange/file-too-large": "This file is too large. At most 10 MB for .xlsx and 20 MB for .csv.",
  "exchange/file-is-bomb": "This file becomes far too large when unpacked, so it is not read.",
  "exchange/file-encoding": "The text of this file cannot be read. Save it as UTF-8 or as .xlsx.",
  "exchange/file-no-header":
    "No row of column names was found. Put the names of the columns into the first row.",
  "exchange/file-took-too-long": "Reading this file took too long. Make it smaller and try again.",
  "exchange/file-queue": "Several files are being read. Try again in a moment.",
  "exchange/picture-wrong-type":
    "This is no JPEG, PNG or WebP picture. Choose another one, or save it as JPEG first.",
  "exchange/picture-too-many-pixels":
    "This picture has about {{megapixels}} million pixels; {{megapixelsMax}} million are " +
    "possible. Make it smaller first.",
  "exchange/picture-unreadable":
    "The picture is broken or incomplete and cannot be read. Save it anew, or take another one.",
  "exchange/picture-reader-missing":
    "This server cannot work on pictures, so none can be uploaded; all else works. Tell the " +
    "operator.",
  "exchange/too-many-pictures": "A product has at most {{picturesMax}} pictures. Remove one first.",
  "exchange/product-exists":
    "The catalogue has a product “{{key}}” already. Choose another key, or edit that product.",
  "exchange/sku-taken":
    "The SKU {{sku}} belongs to the product “{{product}}”. Each SKU may stand once.",
  "exchange/options-differ":
    "The SKU {{sku}} needs {{options}} option values, one for each option.",
  "exchange/last-sku":
    "A product keeps at least one SKU. Withdraw the product if it is no longer sold.",
  "exchange/too-many-skus": "A product has at most {{skusMax}} SKUs.",
  "exchange/no-such-catalog": "There is no such catalogue, or you may not see it.",
  "exchange/no-such-product": "There is no such product in this catalogue.",
  "exchange/no-such-picture": "This picture is no longer there.",
  "exchange/no-such-category": "There is no such category. Choose one from the list.",
  "exchange/no-such-sku": "This product has no SKU {{sku}}.",
  "exchange/no-such-currency": "The currency {{currency}} is not known here.",
  "exchange/no-such-import": "This preview is no longer there. Choose the file again.",
  "exchange/import-committed": "This file has been taken in already.",
  "exchange/import-faulty":
    "Some products cannot be sold. Mend them, or take in the sound ones only.",
  "exchange/preview-stale": "The catalogue has changed since the preview. Choose the file again.",
  "exchange/product-changed":
    "Somebody else changed this product meanwhile. What you typed is kept; load the product " +
    "again and compare.",
  "exchange/bad-gtin": "The barcode {{gtin}} is not a valid GTIN: its check digit is wrong.",
  "exchange/catalog-full": "A catalogue holds at most {{productsMax}} products.",
  "exchange/nothing-to-export": "There is nothing to export yet.",
  "exchange/text-like-formula":
    "{{cells}} texts begin like a formula, first “{{first.0.value}}”; a spreadsheet would run " +
    "them. Change their first sign.",
  "exchange/no-such-credential": "There is no such credential, or it is not yours.",
  "exchange/no-such-share": "This link was closed, has ended, or never was.",
  "exchange/too-many-shares": "At most {{most}} links can be open at once. Close one first.",
  "exchange/revocation-asked": "This credential is asked to be revoked already, or has been.",
  "exchange/revocation-decided": "This request to revoke has been decided already.",
  "exchange/second-person-needed":
    "Two people of two sides revoke a credential: one asks, and another of the other side confirms.",
  "exchange/no-such-key": "There is no such key.",
};
