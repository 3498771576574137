/**
 * Goods that no enterprise offers, made up for categories where a season would have too few: bots
 * must have something to sell. They say so in their names. Costs start from the category's usual
 * cost; weights and sizes from a table of plausible figures. Nothing here describes a real product.
 */
import type { MarketProduct, SyntheticSupplier } from "@echelon/kernel/market/world/scenario.ts";
import type { Category } from "./categories/category.ts";

/** A plausible unit of a category: HS heading with subheading, grams, and its packed box. */
type Typical = readonly [hs6: string, weightG: number, sizeMm: readonly [number, number, number]];

const typical: Readonly<Record<string, Typical>> = {
  "x-womens-apparel": ["620442", 320, [300, 220, 30]],
  "x-phone-accessories": ["854442", 90, [160, 90, 25]],
  "x-insulated-bottles": ["961700", 340, [250, 80, 80]],
  "x-kitchen-tools": ["821599", 180, [280, 90, 40]],
  "x-home-textiles": ["630260", 480, [320, 240, 70]],
  "x-jewelry-hair": ["711719", 40, [90, 70, 30]],
  "x-toys": ["950300", 380, [240, 180, 80]],
  "x-storage": ["392490", 420, [300, 220, 90]],
  "x-lighting": ["940521", 460, [220, 160, 120]],
  "x-party-festive": ["950590", 160, [220, 160, 60]],
  "x-small-kitchen-appliances": ["850940", 1100, [260, 200, 180]],
  "x-personal-care": ["851631", 420, [260, 130, 90]],
  "x-bags-luggage": ["420292", 620, [360, 260, 80]],
  "x-shoes": ["640419", 780, [320, 210, 120]],
  "x-childrens-wear": ["611120", 210, [260, 200, 30]],
  "x-power-tools": ["846729", 1500, [300, 240, 90]],
  "x-hand-tools": ["820559", 640, [260, 140, 50]],
  "x-outdoor-camping": ["630622", 1600, [420, 160, 160]],
  "x-pet-supplies": ["420100", 260, [220, 150, 60]],
  "x-garden": ["820150", 430, [280, 120, 50]],
  "x-tableware": ["691110", 560, [200, 160, 110]],
  "x-stationery": ["482010", 210, [220, 150, 25]],
  "x-beauty-tools": ["961620", 80, [170, 80, 30]],
  "x-socks-hosiery": ["611595", 110, [200, 120, 40]],
  "x-mens-apparel": ["620520", 300, [300, 220, 30]],
  "x-bathroom": ["392490", 330, [240, 160, 80]],
  "x-baby-goods": ["961900", 420, [260, 180, 120]],
  "x-fitness": ["950691", 560, [280, 160, 80]],
  "x-umbrellas": ["660191", 420, [310, 70, 70]],
  "x-silk-scarves": ["621410", 90, [220, 180, 25]],
  "x-car-accessories": ["870829", 380, [260, 180, 60]],
  "x-cycling": ["871499", 340, [230, 130, 70]],
  "x-glasses": ["900410", 90, [170, 80, 60]],
  "x-watches-clocks": ["910211", 150, [110, 90, 80]],
  "x-hardware-locks": ["830140", 420, [160, 110, 60]],
  "x-cleaning-tools": ["960390", 380, [300, 120, 90]],
  "x-fishing": ["950730", 330, [260, 120, 70]],
  "x-musical": ["920590", 480, [340, 160, 80]],
  "x-crafts": ["580620", 120, [180, 120, 40]],
  "x-gifts-decor": ["830629", 320, [180, 140, 90]],
};

/** Cost, weight and minimum quantity vary from product to product, in per cent of the usual. */
const costPercent = [
  100, 72, 138, 86, 118, 60, 165, 94, 108, 78, 128, 150, 66, 112, 90, 142,
] as const;
const weightPercent = [
  100, 80, 125, 90, 110, 70, 140, 95, 105, 85, 120, 130, 75, 115, 92, 135,
] as const;
const moqs = [20, 30, 40, 50, 60, 80] as const;
const leads = [7, 10, 12, 14, 18, 21] as const;
const defects = [6000, 9000, 12_000, 18_000, 25_000] as const;

const supplier: SyntheticSupplier = "synthetic";

/** As many made-up products of a category as asked for, always the same ones. */
export function generatedProducts(
  category: Category,
  index: number,
  count: number,
): readonly MarketProduct[] {
  return Array.from({ length: count }, (_, i) => generatedProduct(category, index, i));
}

function generatedProduct(category: Category, index: number, i: number): MarketProduct {
  const [hs6, weightG, sizeMm] = typical[category.id] ?? [
    `${category.hsChapter}0000`,
    300,
    [220, 150, 70],
  ];
  const number = String(i + 1).padStart(2, "0");
  const percent = weightPercent[i % weightPercent.length]!;
  return {
    sku: `SYN-${category.id.slice(2)}-${number}`.toUpperCase(),
    supplier,
    name: {
      zh: `${category.name.zh} ${number}（合成）`,
      en: `${category.name.en} ${number} (synthetic)`,
    },
    category: index,
    unitCostMinor: Math.round(
      (category.unitCostMinor * costPercent[i % costPercent.length]!) / 100,
    ),
    costCurrency: "CNY",
    weightG: Math.max(20, Math.round((weightG * percent) / 100)),
    sizeMm,
    hs10: `${hs6}0000`,
    origin: "cn",
    battery: null,
    attributes: Object.fromEntries(
      category.attributes.map(({ key, values }) => [key, values?.[i % values.length]?.id ?? "1"]),
    ),
    moq: moqs[i % moqs.length]!,
    leadDays: leads[(i * 5 + 1) % leads.length]!,
    defectPpm: defects[(i * 3) % defects.length]!,
  };
}
