import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import type { Measurement } from "./learning-types.ts";
import { useFigures } from "./use-figures.ts";

type Season = Measurement["seasons"][number];

function Goes({ of: { stores: count, found } }: { of: Season["withTest"] }) {
  const { t } = useTranslation("learning");
  const { correlation } = useFigures();
  if (found === null) return <span className="soft">{t("score.tooFew", { count })}</span>;
  const { numbers, ranks } = found;
  return (
    <>
      {t("score.found", {
        r: correlation(numbers.r),
        low: correlation(numbers.low),
        high: correlation(numbers.high),
        rank: correlation(ranks.r),
        rankLow: correlation(ranks.low),
        rankHigh: correlation(ranks.high),
        count,
      })}
    </>
  );
}

/** Whether a good score goes with knowing more. */
export function Scores({ of }: { of: readonly Season[] }) {
  const { t } = useTranslation("learning");
  const columns: TableColumn<Season>[] = [
    {
      key: "season",
      head: t("score.season"),
      isText: true,
      value: ({ name }) => name,
      cell: ({ name, day, days }) => (
        <>
          {name} <span className="soft">{t("score.day", { day, days })}</span>
        </>
      ),
    },
    {
      key: "test",
      head: t("score.withTest"),
      isText: true,
      cell: ({ withTest }) => <Goes of={withTest} />,
    },
    {
      key: "mastery",
      head: t("score.withMastery"),
      isText: true,
      cell: ({ withMastery }) => <Goes of={withMastery} />,
    },
  ];
  return (
    <Card title={t("score.title")} flush>
      {of.length === 0 ? (
        <p className="learning-note">{t("score.none")}</p>
      ) : (
        <DataTable
          rows={of}
          rowKey={({ season }) => season}
          caption={t("score.title")}
          card={{ head: "season", facts: ["test", "mastery"] }}
          columns={columns}
        />
      )}
      <p className="soft learning-note">{t("score.note")}</p>
    </Card>
  );
}
