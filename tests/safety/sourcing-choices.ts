import type { Chooser, Wish } from "./chooser.ts";

const startsOn = 4;
const asks = ["price", "terms", "lead"] as const;

/**
 * What a student does about suppliers and the company, by place: talks and a sample on one day, on
 * the next a purchase of a workshop called off or inspected, and people who see to it, the student
 * among them.
 */
export async function dealingsOf({ client, where, place }: Chooser, day: number): Promise<Wish[]> {
  if (day !== startsOn && day !== startsOn + 1) return [];
  const { modules } = await client.call("GET /practice/seasons/:season", { where });
  const wishes: Wish[] = [];
  if (modules.company && day === startsOn) {
    const does = "GET /practice/seasons/:season/stores/:store/company";
    const { cities } = await client.call(does, { where });
    const { id } = cities[place % cities.length]!;
    wishes.push({ kind: "set-office", city: id, isLuxury: place % 2 === 1 });
    wishes.push({ kind: "hire-staff", role: "operations", heads: 1, level: 1 + (place % 2) });
    wishes.push({ kind: "log-training", topic: "Terms of delivery", hours: 1 + (place % 8) });
    wishes.push({ kind: "cover-shift", role: place % 2 === 0 ? "service" : "operations" });
  }
  if (modules.company && day > startsOn && place % 2 === 0) {
    wishes.push({ kind: "train-staff", role: "operations", heads: 1 });
  }
  if (modules.tenders && day === startsOn) {
    const does = "GET /practice/seasons/:season/stores/:store/tenders";
    const { open } = await client.call(does, { where });
    for (const { tender, lowMinor, isSelected } of open) {
      if (isSelected)
        wishes.push({ kind: "bid-tender", tender, unitMinor: lowMinor + place, units: 5 });
    }
  }
  if (!modules.sourcing) return wishes;
  if (day === startsOn) {
    const does = "GET /practice/seasons/:season/stores/:store/sourcing";
    const [product] = (await client.call(does, { where })).products;
    const workshop = product?.suppliers.toSorted((a, b) => a.moq - b.moq)[0];
    if (product === undefined || workshop === undefined) return wishes;
    const { sku } = product;
    const supplier = workshop.number;
    wishes.push({ kind: "negotiate", sku, supplier, ask: asks[place % asks.length]! });
    wishes.push({ kind: "order-sample", sku, supplier });
    wishes.push({ kind: "place-purchase", sku, units: workshop.moq, supplier });
    return wishes;
  }
  const does = "GET /practice/seasons/:season/stores/:store/stock";
  const { arrivals } = await client.call(does, { where });
  const purchase = arrivals.find(({ cancel, supplier }) => cancel !== null && supplier !== null);
  if (purchase === undefined) return wishes;
  const { sku, number } = purchase;
  wishes.push(
    place % 3 === 0
      ? { kind: "cancel-purchase", sku, purchase: number }
      : { kind: "order-inspection", sku, purchase: number, shareBp: 2_000 },
  );
  return wishes;
}
