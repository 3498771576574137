type LostRow = {
  readonly reason: string;
  readonly ordersMilli: number;
  readonly salesMinor: number;
};

export type LostGroup<Row extends LostRow> = LostRow & { readonly rows: readonly Row[] };

/** Lost sales by reason, the largest first, with the listings of each in their order. */
export function lostByReason<Row extends LostRow>(rows: readonly Row[]): LostGroup<Row>[] {
  const groups = Map.groupBy(rows, ({ reason }) => reason);
  return [...groups]
    .map(([reason, of]) => ({
      reason,
      ordersMilli: of.reduce((sum, { ordersMilli }) => sum + ordersMilli, 0),
      salesMinor: of.reduce((sum, { salesMinor }) => sum + salesMinor, 0),
      rows: of,
    }))
    .toSorted((a, b) => b.ordersMilli - a.ordersMilli);
}
