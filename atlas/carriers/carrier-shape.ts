/**
 * The shapes of the files of a carrier. People fill in CSV files: decimals of money, kilograms and
 * centimetres, and a last valid day. What is read are the kernel's integers.
 */
import type {
  CardRow,
  RemoteRow,
  Surcharge,
  SurchargeCondition,
  ZoneRow,
} from "@echelon/kernel/trade/rate-card.ts";
import { z } from "zod";
import { Currency, DayText, EventName, Text } from "../vocabulary.ts";

/** A decimal times a power of ten as an integer; finer digits are refused, never rounded away. */
function scaled(digits: number) {
  return z
    .string()
    .regex(new RegExp(`^\\d{1,9}(\\.\\d{1,${digits}})?$`))
    .transform((text) => {
      const [whole = "0", fraction = ""] = text.split(".");
      return Number(whole + fraction.padEnd(digits, "0"));
    });
}

const Micro = scaled(6);
const Whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const emptyAs = <T extends z.ZodType, U>(shape: T, empty: U) =>
  z.union([z.literal("").transform(() => empty), shape]);
/** The last valid day of a file; a row holds until the day after. */
const LastDay = emptyAs(
  DayText.transform((day) => day + 1),
  null,
);
const CardId = z.string().regex(/^[A-Z][A-Z0-9-]*$/);
const Dest = z.string().regex(/^[A-Z]{2}$/);
const Prefix = z.string().regex(/^[A-Z0-9]*$/);

export const DutyTermsName = z.enum(["DAP", "DDP", "at-sale"]);
const DutyTermsCell = z
  .string()
  .transform((text) => text.split("/"))
  .pipe(z.array(DutyTermsName).min(1));

/** One row of card.csv; columns are those of `trade.md` section 12.2. */
export const CardRowShape: z.ZodType<CardRow> = z
  .strictObject({
    card_id: CardId,
    product: z.string().regex(/^[a-z][a-z0-9-]*$/),
    carrier_type: z.enum(["postal", "express", "line", "forwarder", "domestic"]),
    origin: Dest,
    dest: Dest,
    zone: z.string().regex(/^[A-Z0-9]*$/),
    currency: Currency,
    valid_from: DayText,
    valid_to: LastDay,
    wt_from_g: Whole,
    wt_to_g: Whole,
    base_fee: Micro,
    step_from_g: Whole,
    step_g: Whole,
    per_step_fee: Micro,
    reg_fee: Micro,
    min_charge_g: Whole,
    divisor: Whole,
    vol_trigger: z.enum(["never", "max", "gt_actual_x2"]),
    max_side_cm: scaled(1),
    size_rule: emptyAs(z.enum(["sum", "girth"]), null),
    max_size_cm: emptyAs(scaled(1), 0),
    max_kg: scaled(3),
    battery: z.enum(["none", "PI966/967", "all"]),
    transit_p10_d: Whole,
    transit_p50_d: Whole,
    transit_p90_d: Whole,
    loss_rate: scaled(6),
    tracked: z.enum(["none", "partial", "milestones", "full"]),
    duty_terms: DutyTermsCell,
  })
  .transform((row) => ({
    card: row.card_id,
    product: row.product,
    origin: row.origin,
    dest: row.dest,
    zone: row.zone,
    currency: row.currency,
    from: row.valid_from,
    to: row.valid_to,
    weightFromG: row.wt_from_g,
    weightToG: row.wt_to_g,
    baseFeeMicro: row.base_fee,
    stepFromG: row.step_from_g,
    stepG: row.step_g,
    stepFeeMicro: row.per_step_fee,
    registrationFeeMicro: row.reg_fee,
    weightMinG: row.min_charge_g,
    divisor: row.divisor,
    volumeTrigger: row.vol_trigger === "gt_actual_x2" ? "gt-actual-x2" : row.vol_trigger,
    sideMaxMm: row.max_side_cm,
    sizeRule: row.size_rule,
    sizeMaxMm: row.max_size_cm,
    weightMaxG: row.max_kg,
    battery: row.battery,
    transitDays: [row.transit_p10_d, row.transit_p50_d, row.transit_p90_d],
    lossPpm: row.loss_rate,
    tracked: row.tracked,
    dutyTerms: row.duty_terms,
  }));

const SurchargeConditionCell: z.ZodType<SurchargeCondition> = z
  .string()
  .transform((text, context): SurchargeCondition => {
    const [kind = "", value = ""] = text.split(":");
    if (kind === "always" || kind === "remote" || kind === "battery") return { kind };
    if (kind === "duty-terms") return { kind, terms: DutyTermsName.parse(value) };
    if (kind === "side-over-cm") return { kind: "side-over", sideMm: scaled(1).parse(value) };
    if (kind === "event") return { kind, event: EventName.parse(value) };
    context.addIssue({ code: "custom", message: `no condition ${text}` });
    return z.NEVER;
  });

/** Percent are read as parts per million of the freight: 24.75 is 247,500. */
export const SurchargeShape: z.ZodType<Surcharge> = z
  .strictObject({
    card_id: CardId,
    code: z.string().regex(/^[A-Z][A-Z0-9-]*$/),
    basis: z.enum(["fixed", "per-kg", "percent-of-freight"]),
    amount: Micro,
    minimum: emptyAs(Micro, 0),
    condition: SurchargeConditionCell,
    valid_from: DayText,
    valid_to: LastDay,
  })
  .transform((row) => ({
    card: row.card_id,
    code: row.code,
    basis: row.basis,
    amountMicro: row.basis === "percent-of-freight" ? row.amount / 100 : row.amount,
    minimumMicro: row.minimum,
    condition: row.condition,
    from: row.valid_from,
    to: row.valid_to,
  }))
  .refine((row) => Number.isInteger(row.amountMicro), { error: "percent has four digits at most" });

export const ZoneShape: z.ZodType<ZoneRow> = z
  .strictObject({ card_id: CardId, dest: Dest, postcode_prefix: Prefix, zone: z.string().min(1) })
  .transform(({ card_id: card, dest, postcode_prefix: postcodePrefix, zone }) => ({
    card,
    dest,
    postcodePrefix,
    zone,
  }));

export const RemoteShape: z.ZodType<RemoteRow> = z
  .strictObject({ card_id: CardId, dest: Dest, postcode_prefix: Prefix })
  .transform(({ card_id: card, dest, postcode_prefix: postcodePrefix }) => ({
    card,
    dest,
    postcodePrefix,
  }));

export const CarrierFile = z.strictObject({
  names: Text,
  label: Text,
  services: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9.-]*$/),
        card: CardId,
        product: z.string(),
        names: Text,
        leg: z.enum(["parcel", "first-leg", "last-mile"]),
        mode: z.enum(["post", "air", "sea", "road"]),
        channel: z.enum(["postal", "express", "line", "freight", "domestic"]),
        dutyTerms: DutyTermsName,
      }),
    )
    .min(1),
});

const Events = z.array(EventName).min(1);
export const EventsFile = z.strictObject({
  none: Events.exactOptional(),
  partial: Events.exactOptional(),
  milestones: Events.exactOptional(),
  full: Events.exactOptional(),
});
