import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { usePages } from "../../api/query.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { useFactsText } from "./audit-facts.ts";

type AuditRecord = Answer<"GET /organisations/:organisation/audit">["items"][number];

function useColumns(): TableColumn<AuditRecord>[] {
  const { t, i18n } = useTranslation("identity");
  const format = useFormat();
  const factsText = useFactsText();
  const deed = (code: string) =>
    i18n.exists(`audit.deeds.${code}`, { ns: "identity" }) ? t(`audit.deeds.${code}`) : code;
  return [
    {
      key: "at",
      head: t("audit.at"),
      isText: true,
      value: (one) => one.at,
      cell: (one) => format.dateTime(one.at),
    },
    {
      key: "deed",
      head: t("audit.deed"),
      isText: true,
      value: (one) => deed(one.deed),
      cell: (one) => deed(one.deed),
    },
    {
      key: "person",
      head: t("audit.person"),
      isText: true,
      value: (one) => one.person?.name ?? "",
      cell: (one) => one.person?.name,
    },
    {
      key: "by",
      head: t("audit.by"),
      isText: true,
      value: (one) => one.by?.name ?? "",
      cell: (one) => one.by?.name,
    },
    {
      key: "facts",
      head: t("audit.facts"),
      isText: true,
      value: (one) => factsText(one.facts),
      cell: (one) => <span className="log-facts soft">{factsText(one.facts)}</span>,
    },
  ];
}

/** Who changed what about whom: for those who answer for the organisation. */
export function Audit({ of }: { of: string }) {
  const { t } = useTranslation("identity");
  const records = usePages("GET /organisations/:organisation/audit", {
    where: { organisation: of },
    asks: { limit: "100" },
  });
  const columns = useColumns();
  return (
    <Card flush>
      <Loaded of={records}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("audit.none.title")} text={t("audit.none.text")} />
          ) : (
            <div className="audit-list">
              <DataTable
                rows={rows}
                rowKey={(one) => one.id}
                caption={t("audit.title")}
                rowsShown={1_000}
                exportAs={t("audit.title")}
                columns={columns}
                card={{ head: "deed", mark: "at", facts: ["person", "by"], act: "facts" }}
              />
            </div>
          )
        }
      </Loaded>
      <MoreRows of={records} />
    </Card>
  );
}
