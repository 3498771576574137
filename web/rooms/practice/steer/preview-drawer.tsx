import { Button, Drawer, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { roundOf } from "@echelon/kernel/calendar/round.ts";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAct } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { MoneyText } from "../../../parts/figures.tsx";
import { Problem } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";

type Preview = Answer<"GET /practice/seasons/:season/preview">;
type Row = Preview["stores"][number];

/** How the open day would close: for the teacher alone, before anybody else sees it. */
export function PreviewDrawer({
  isOpen,
  onClose,
  close,
}: {
  isOpen: boolean;
  onClose: () => void;
  /** Closes the day for good. */
  close: () => void;
}) {
  const { t } = useTranslation(["preview", "scoring"]);
  const season = useSeason();
  const { day, daysPerRound } = season;
  const round = roundOf(day, daysPerRound);
  // Asked for by hand: each answer costs a close, and a class hands in every few seconds.
  const preview = useAct("GET /practice/seasons/:season/preview");
  const ask = () => preview.mutate({ where: { season: season.id } });
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="xl"
      title={daysPerRound === 1 ? t("preview.title", { day }) : t("steer.previewRound", { round })}
    >
      <div className="grid">
        <p className="soft">{t("preview.text")}</p>
        {preview.isPending ? <Skeleton height={240} aria-busy="true" /> : null}
        {preview.error === null ? null : <Problem error={preview.error} retry={ask} />}
        {preview.data === undefined || preview.isPending ? null : (
          <>
            <Summary stores={preview.data.stores} />
            <PreviewTable stores={preview.data.stores} />
          </>
        )}
        <div className="row row-wrap">
          {preview.data === undefined ? null : (
            <Button
              disabled={season.state !== "running"}
              onClick={() => {
                close();
                onClose();
              }}
            >
              {daysPerRound === 1
                ? t("preview.close", { day })
                : t("steer.closeRoundForGood", { round })}
            </Button>
          )}
          <Button variant="default" loading={preview.isPending} onClick={ask}>
            {t(preview.data === undefined ? "preview.go" : "preview.again")}
          </Button>
          {season.state === "running" ? null : <p className="soft">{t("preview.paused")}</p>}
        </div>
      </div>
    </Drawer>
  );
}

/** What a teacher would want to know before the class does. */
function Summary({ stores }: { stores: readonly Row[] }) {
  const { t } = useTranslation("preview");
  const count = (is: (row: Row) => boolean) => stores.filter(is).length;
  const facts = [
    ["undecided", count(({ hasDecided }) => !hasDecided)],
    ["unlisted", count(({ listingsLive }) => listingsLive === 0)],
    ["overdrawn", count(({ cashMinor }) => cashMinor < 0)],
    ["losing", count(({ profitMinor }) => profitMinor < 0)],
    ["refused", count(({ refused }) => refused > 0)],
  ] as const;
  const told = facts.filter(([, stores]) => stores > 0);
  return (
    <ul className="effects">
      {told.length === 0 ? <li>{t("preview.allWell")}</li> : null}
      {told.map(([fact, count]) => (
        <li key={fact}>{t(`preview.${fact}`, { count, of: stores.length })}</li>
      ))}
    </ul>
  );
}

function PreviewTable({ stores }: { stores: readonly Row[] }) {
  const { t } = useTranslation("preview");
  const format = useFormat();
  const { id, booksCurrency: currency } = useSeason();
  const columns: TableColumn<Row>[] = [
    {
      key: "name",
      head: t("preview.store"),
      isText: true,
      value: ({ name }) => name,
      cell: ({ store, name }) => <Link to={`/s/${id}/${store}/today`}>{name}</Link>,
    },
    {
      key: "decided",
      head: t("preview.decided"),
      isText: true,
      value: ({ hasDecided }) => (hasDecided ? 1 : 0),
      cell: ({ hasDecided }) =>
        hasDecided ? t("preview.yes") : <span className="badge badge-warn">{t("preview.no")}</span>,
    },
    {
      key: "orders",
      head: t("preview.orders"),
      value: ({ orders }) => orders,
      cell: ({ orders }) => format.number(orders),
    },
    {
      key: "profit",
      head: t("preview.profit"),
      value: ({ profitMinor }) => profitMinor,
      cell: ({ profitMinor }) => <MoneyText minor={profitMinor} currency={currency} />,
    },
    {
      key: "cash",
      head: t("preview.cash"),
      value: ({ cashMinor }) => cashMinor,
      cell: ({ cashMinor }) => <MoneyText minor={cashMinor} currency={currency} />,
    },
    {
      key: "soldOut",
      head: t("preview.soldOut"),
      value: ({ listingsSoldOut }) => listingsSoldOut,
      cell: ({ listingsSoldOut, listingsLive }) =>
        t("preview.soldOutOf", { soldOut: listingsSoldOut, of: listingsLive }),
    },
    {
      key: "refused",
      head: t("preview.refusedHead"),
      value: ({ refused }) => refused,
      cell: ({ refused }) => format.number(refused),
    },
  ];
  return (
    <DataTable
      rows={stores.toSorted((a, b) => a.profitMinor - b.profitMinor)}
      columns={columns}
      rowKey={({ store }) => String(store)}
      caption={t("preview.caption")}
      exportAs="preview"
      card={{ head: "name", mark: "profit", facts: ["decided", "orders", "cash"] }}
    />
  );
}
