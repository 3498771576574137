/** Rate cards for tests: one invented carrier, and generated cards without gaps. */
import fc from "fast-check";
import type { Parcel } from "../parcel.ts";
import type { CardOfDay, CardRow, Carrier, ServiceOffer, Surcharge } from "../rate-card.ts";

export const text = { zh: "甲", en: "A" };

/** CNY 22.00 and CNY 0.065 a gram, to 2 kg; fields are overridden by what is given. */
export function cardRow(fields: Partial<CardRow> = {}): CardRow {
  return {
    card: "EPK",
    product: "e-packet",
    origin: "CN",
    dest: "DE",
    zone: "",
    currency: "CNY",
    from: 0,
    to: null,
    weightFromG: 0,
    weightToG: 2_000,
    baseFeeMicro: 22_000_000,
    stepFromG: 0,
    stepG: 1,
    stepFeeMicro: 65_000,
    registrationFeeMicro: 0,
    weightMinG: 0,
    divisor: 0,
    volumeTrigger: "never",
    sideMaxMm: 600,
    sizeRule: "sum",
    sizeMaxMm: 900,
    weightMaxG: 2_000,
    battery: "none",
    transitDays: [7, 11, 18],
    lossPpm: 6_000,
    tracked: "full",
    dutyTerms: ["DAP", "at-sale"],
    ...fields,
  };
}

export function serviceOffer(fields: Partial<ServiceOffer> = {}): ServiceOffer {
  return {
    id: "e-packet.dap",
    carrier: "post",
    card: "EPK",
    product: "e-packet",
    names: text,
    leg: "parcel",
    mode: "post",
    channel: "postal",
    dutyTerms: "DAP",
    currency: "CNY",
    markets: ["de"],
    ...fields,
  };
}

export function carrier(fields: Partial<Carrier> = {}): Carrier {
  const { carrier: _, currency: __, markets: ___, ...service } = serviceOffer();
  return {
    id: "post",
    names: text,
    label: text,
    services: [service],
    rows: [cardRow()],
    surcharges: [],
    zones: [],
    remote: [],
    events: { full: ["DELIVERED"] },
    ...fields,
  };
}

export function cardOfDay(rows: readonly CardRow[], fields: Partial<CardOfDay> = {}): CardOfDay {
  return {
    service: serviceOffer(),
    dest: "DE",
    rows,
    surcharges: [],
    zones: [],
    remote: [],
    ...fields,
  };
}

export function surcharge(fields: Partial<Surcharge> = {}): Surcharge {
  return {
    card: "EPK",
    code: "FUEL",
    basis: "percent-of-freight",
    amountMicro: 247_500,
    minimumMicro: 0,
    condition: { kind: "always" },
    from: 0,
    to: null,
    ...fields,
  };
}

export function box(weightG: number, sidesMm: Parcel["sidesMm"] = [200, 150, 50]): Parcel {
  const [long, middle, short] = sidesMm;
  return {
    weightG,
    volumeMm3: long * middle * short,
    sidesMm,
    boxWeightG: weightG,
    battery: "none",
  };
}

/**
 * Cards of up to four bands that follow one another, each starting at the price the one before it
 * ended with or above, with a volumetric rule of their own.
 */
export const bandedCards: fc.Arbitrary<CardOfDay> = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 4 }),
    steps: fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 4, maxLength: 4 }),
    fees: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 4, maxLength: 4 }),
    jumps: fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 4, maxLength: 4 }),
    weightMinG: fc.integer({ min: 0, max: 500 }),
    divisor: fc.constantFrom(0, 5_000, 6_000, 8_000),
    volumeTrigger: fc.constantFrom("never" as const, "max" as const, "gt-actual-x2" as const),
  })
  .map(({ widths, steps, fees, jumps, ...shape }) => {
    const rows: CardRow[] = [];
    let weightFromG = 0;
    let baseFeeMicro = 5_000_000;
    for (const [band, width] of widths.entries()) {
      const weightToG = weightFromG + width;
      const [stepG, stepFeeMicro] = [steps[band]!, fees[band]!];
      const wide = { sideMaxMm: 0, sizeRule: null, sizeMaxMm: 0, weightMaxG: 1e9 } as const;
      const stepFromG = weightFromG;
      rows.push(
        cardRow({
          ...shape,
          ...wide,
          weightFromG,
          weightToG,
          baseFeeMicro,
          stepFromG,
          stepG,
          stepFeeMicro,
        }),
      );
      baseFeeMicro += Math.ceil(width / stepG) * stepFeeMicro + jumps[band]!;
      weightFromG = weightToG + 1;
    }
    return cardOfDay(rows);
  });
