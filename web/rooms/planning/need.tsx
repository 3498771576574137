import { Button, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import type { Cell, Desk, Need, Region } from "./planning-types.ts";
import { useRegionNames } from "./region-names.ts";

type Props = { region: Region; desk: Desk | undefined };

/** A figure of a cell; one that may not be told says so. */
function useFigure() {
  const { t } = useTranslation("demand");
  const format = useFormat();
  return (value: number | null, digits = 0) =>
    value === null ? <span className="dim">{t("need.hidden")}</span> : format.number(value, digits);
}

function useColumns({ region, desk }: Props, quarter: string): TableColumn<Cell>[] {
  const { t } = useTranslation("demand");
  const names = useRegionNames(region);
  const figure = useFigure();
  const sum = (key: "raw" | "adjusted" | "ordered" | "stock", digits = 0): TableColumn<Cell> => ({
    key,
    head: t(`need.${key}`),
    cell: (cell) => figure(cell[key], digits),
    value: (cell) => cell[key] ?? -1,
  });
  const named = (key: "city" | "family" | "echelon"): TableColumn<Cell> => ({
    key,
    head: t(`need.${key}`),
    isText: true,
    cell: (cell) => names[key](cell[key]),
    value: (cell) => names[key](cell[key]),
  });
  const rows: TableColumn<Cell> = {
    key: "rows",
    head: t("need.rows"),
    cell: ({ own, city, family, echelon }) =>
      own === 0 || desk === undefined ? (
        "–"
      ) : (
        <Link to="/demand" search={{ tab: "postings", city, family, echelon, quarter } as never}>
          {t("need.open", { count: own })}
        </Link>
      ),
  };
  const way: TableColumn<Cell> = {
    key: "way",
    head: t("need.way"),
    isText: true,
    cell: ({ way: by }) => t(`need.ways.${by}`),
  };
  return [
    named("city"),
    named("family"),
    named("echelon"),
    sum("raw"),
    sum("adjusted", 1),
    sum("ordered"),
    sum("stock"),
    way,
    ...(desk === undefined ? [] : [rows]),
  ];
}

function NeedTable({ need, ...props }: Props & { need: Need }) {
  const { t } = useTranslation("demand");
  const columns = useColumns(props, need.quarter);
  const hidden = need.cells.filter(({ isHidden }) => isHidden).length;
  if (need.cells.length === 0)
    return (
      <Empty title={t("need.none")} text={t("need.noneText")}>
        {props.desk === undefined ? null : (
          <Button component={Link} to="/demand" search={{ tab: "imports" } as never}>
            {t("need.bring")}
          </Button>
        )}
      </Empty>
    );
  return (
    <>
      <DataTable
        rows={need.cells}
        columns={columns}
        rowKey={({ city, family, echelon }) => [city, family, echelon].join("|")}
        caption={t("tabs.need")}
        exportAs={`${t("tabs.need")} ${need.quarter}`}
        sortBy="raw"
        card={{
          head: "city",
          mark: "echelon",
          facts: ["family", "raw", "adjusted", "ordered", "stock", "way", "rows"],
        }}
      />
      <div className="planning-notes soft">
        {need.outside === null ? null : <p>{t("need.outside", { count: need.outside })}</p>}
        {need.isPlanner ? null : <p>{t("need.suppressed", { count: hidden })}</p>}
      </div>
    </>
  );
}

/** Raw openings, adjusted ones, ordered people and the stock of people, side by side. */
export function NeedTab(props: Props) {
  const { t } = useTranslation("demand");
  const [quarter, setQuarter] = useState<string | null>(null);
  const need = useAnswer(
    "GET /planning/need",
    { asks: quarter === null ? {} : { quarter } },
    { keepPrevious: true },
  );
  return (
    <Loaded of={need}>
      {(found) => (
        <Card
          flush
          title={t("need.title")}
          acts={
            <Select
              aria-label={t("need.quarter")}
              w={120}
              data={[...found.quarters]}
              value={found.quarter}
              allowDeselect={false}
              onChange={setQuarter}
            />
          }
        >
          <p className="planning-notes soft">{t("need.text")}</p>
          <NeedTable need={found} {...props} />
        </Card>
      )}
    </Loaded>
  );
}
