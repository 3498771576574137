import "../drawings.css";
import { UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { lostByReason, type LostGroup } from "./lost-groups.ts";

type Lost = Answer<"GET /practice/seasons/:season/stores/:store/lost-sales">["rows"][number];
const rowsShown = 6;

/** What a day would have brought with one thing mended: why buyers went elsewhere. */
export function LostSales({ day }: { day: number }) {
  const { t } = useTranslation("why");
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/lost-sales",
    { where, asks: { day: String(day) } },
    { enabled: day > 0, keepPrevious: true },
  );
  if (day === 0) return null;
  return (
    <Card title={t("lost.title")} note={t("lost.ofDay", { day })}>
      <Loaded of={answer}>
        {({ rows }) => {
          const groups = lostByReason(rows);
          return groups.length === 0 ? (
            <p className="soft">{t("lost.none")}</p>
          ) : (
            <LostTable groups={groups} />
          );
        }}
      </Loaded>
    </Card>
  );
}

function LostTable({ groups }: { groups: readonly LostGroup<Lost>[] }) {
  const { t } = useTranslation("why");
  const [open, setOpen] = useState<string | null>(null);
  const most = Math.max(...groups.map(({ ordersMilli }) => ordersMilli));
  return (
    <>
      <p className="soft">{t("lost.how")}</p>
      {groups.some(({ reason }) => reason === "soldOut") ? (
        <p className="soft">{t("lost.soldOutHow")}</p>
      ) : null}
      <table className="fill-table lost-table">
        <caption className="visually-hidden">{t("lost.title")}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("cause")}</th>
            <th scope="col">{t("drawn")}</th>
            <th scope="col">{t("lost.gain")}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <LostReason
              key={group.reason}
              group={group}
              width={(100 * group.ordersMilli) / most}
              isOpen={open === group.reason}
              toggle={() => setOpen(open === group.reason ? null : group.reason)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function LostReason({
  group: { reason, ordersMilli, salesMinor, rows },
  width,
  isOpen,
  toggle,
}: {
  group: LostGroup<Lost>;
  width: number;
  isOpen: boolean;
  toggle: () => void;
}) {
  const { t } = useTranslation("why");
  const gain = useGain();
  const { here } = useStorePlace();
  const { nameOf } = useMarkets();
  const format = useFormat();
  return (
    <>
      <tr>
        <th scope="row">
          <UnstyledButton className="cause" aria-expanded={isOpen} onClick={toggle}>
            {t(`lost.reason.${reason}`)}
          </UnstyledButton>
        </th>
        <td className="fill-cell fill-cell-short">
          <span className="fill fill-step" style={{ width: `${width}%` }} />
        </td>
        <td className="num">{gain(ordersMilli, salesMinor)}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={3}>
            <p className="soft cause-text">{t(`lost.mend.${reason}`)}</p>
            <ul className="cause-rows">
              {rows.slice(0, rowsShown).map((row) => (
                <li key={`${row.sku}/${row.market}`}>
                  <Link to={`${here}/products/${encodeURIComponent(row.sku)}/${row.market}`}>
                    {format.name(row.name)} · {nameOf(row.market)}
                  </Link>
                  <span>{gain(row.ordersMilli, row.salesMinor)}</span>
                </li>
              ))}
            </ul>
            {rows.length > rowsShown ? (
              <p className="soft">{t("otherListings", { count: rows.length - rowsShown })}</p>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Orders that would have come, with what they would have brought. */
function useGain(): (ordersMilli: number, salesMinor: number) => string {
  const { t } = useTranslation("why");
  const { season } = useStorePlace();
  const format = useFormat();
  return (ordersMilli, salesMinor) =>
    t("lost.orders", {
      orders: format.number(ordersMilli / 1_000, 1),
      sales: format.money(salesMinor, season.booksCurrency, { sign: true }),
    });
}
