type Need = { room: string; at: string };

/**
 * The address, below the store's, where a need is met: `<sku>/<market>` is a listing, a SKU in the
 * products' room its listing in the first market, a SKU in the stock room its purchase.
 */
export function needPlace(
  { room, at }: Need,
  firstMarket: string,
): { path: string; search: Record<string, string> } {
  if (room === "products" && at === "choose") return { path: "products/choose", search: {} };
  if (room === "products" && at !== "") {
    const slash = at.lastIndexOf("/");
    const sku = slash < 0 ? at : at.slice(0, slash);
    const market = slash < 0 ? firstMarket : at.slice(slash + 1);
    return { path: `products/${encodeURIComponent(sku)}/${market}`, search: {} };
  }
  if ((room === "money" || room === "orders" || room === "insight") && at !== "")
    return { path: room, search: { tab: at } };
  return { path: room, search: room === "stock" && at !== "" ? { sku: at } : {} };
}
