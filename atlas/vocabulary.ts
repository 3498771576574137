/**
 * Words of the kernel that files of the atlas may use. The atlas takes types only from the kernel,
 * so the lists stand here again; the compiler holds each equal to its type, in both directions.
 */
import type { CurrencyCode } from "@echelon/kernel/money/currency.ts";
import type { TrackingEvent } from "@echelon/kernel/trade/rate-card.ts";
import type { DocumentKind, Fact, Flag } from "@echelon/kernel/trade/rule-set.ts";
import { z } from "zod";

/** An enumeration of exactly the members of a type. */
function exactly<Member extends string>(members: Readonly<Record<Member, true>>) {
  return z.enum(Object.keys(members) as [Member, ...Member[]]);
}

/** Days since 1970-01-01 of an ISO date. */
export const DayText = z.iso
  .date()
  .transform((text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000);

export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const Source = z.strictObject({
  title: z.string().min(1),
  ref: z.string().min(1),
  checkedOn: z.iso.date().nullable(),
});

export const Certainty = z.enum(["certain", "probable", "believed", "scenario"]);

export const Currency = exactly<CurrencyCode>({
  AED: true,
  AUD: true,
  BHD: true,
  BRL: true,
  CAD: true,
  CHF: true,
  CLP: true,
  CNY: true,
  COP: true,
  CZK: true,
  DKK: true,
  EGP: true,
  EUR: true,
  GBP: true,
  HKD: true,
  HUF: true,
  IDR: true,
  ILS: true,
  INR: true,
  ISK: true,
  JPY: true,
  KES: true,
  KRW: true,
  KWD: true,
  KZT: true,
  MXN: true,
  MYR: true,
  NGN: true,
  NOK: true,
  NZD: true,
  OMR: true,
  PEN: true,
  PHP: true,
  PKR: true,
  PLN: true,
  QAR: true,
  RON: true,
  RUB: true,
  SAR: true,
  SEK: true,
  SGD: true,
  THB: true,
  TRY: true,
  TWD: true,
  UAH: true,
  USD: true,
  VND: true,
  ZAR: true,
});

export const Amount = z.strictObject({ minor: z.int(), currency: Currency });

export const FactName = exactly<Fact>({
  buyer: true,
  channel: true,
  intrinsic: true,
  value: true,
  fob: true,
  cif: true,
  maxItemValue: true,
  itemCount: true,
  orderValue: true,
  annualTotal: true,
  origin: true,
  hsPrefix: true,
  idGroup: true,
  ioss: true,
  dutyRecharged: true,
  prc: true,
  region: true,
});

export const FlagName = exactly<Flag>({
  "low-value-relief": true,
  "vat-at-sale": true,
  "marketplace-collects": true,
  "ioss-optional": true,
  "no-ioss": true,
  "standard-duty": true,
  "duty-per-hs6-line": true,
  "national-fee": true,
  "handling-fee-unknown": true,
  "section-321": true,
  "no-de-minimis": true,
  "ace-entry": true,
  "postal-qualified-party": true,
  "postal-informal-entry-or-ace": true,
  "preference-needs-origin-proof": true,
  "state-sales-tax-not-modelled": true,
  "sold-from-stock": true,
});

export const DocumentName = exactly<DocumentKind>({
  "commercial-invoice": true,
  cn22: true,
  cn23: true,
  h7: true,
  h1: true,
  "import-declaration": true,
  "ace-entry": true,
  eori: true,
  "certificate-of-origin": true,
  "declaration-of-conformity": true,
  "technical-file": true,
  "test-report": true,
  "childrens-product-certificate": true,
  "un38.3-summary": true,
  msds: true,
  "responsible-person": true,
  "epr-number": true,
  "cosmetic-notification": true,
});

export const EventName = exactly<TrackingEvent>({
  ORDER_CREATED: true,
  LABEL_CREATED: true,
  PICKED_UP: true,
  HUB_IN: true,
  SECURITY_CHECK: true,
  EXPORT_DECLARED: true,
  EXPORT_RELEASED: true,
  EXPORT_HELD: true,
  LINEHAUL_DEPART: true,
  LINEHAUL_ARRIVE: true,
  IMPORT_PRESENTED: true,
  IMPORT_RELEASED: true,
  IMPORT_HELD: true,
  TAX_DUE: true,
  LASTMILE_IN: true,
  OUT_FOR_DELIVERY: true,
  ATTEMPT_FAILED: true,
  ADDRESS_CORRECTED: true,
  RETURN_STARTED: true,
  DELIVERED: true,
  RETURNED: true,
  LOST: true,
  DESTROYED: true,
  SEIZED: true,
});
