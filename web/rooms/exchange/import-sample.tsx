import { useTranslation } from "react-i18next";
import { DataTable } from "../../parts/table.tsx";
import { eitherName, ReadinessMark } from "./marks.tsx";
import type { Preview } from "./preview.ts";

/** The first products as they were understood: a wrong column is seen before it is taken in. */
export function ImportSample({ preview }: { preview: Preview }) {
  const { t, i18n } = useTranslation("exchange");
  const language = i18n.language === "zh" ? "zh" : "en";
  return (
    <DataTable
      rows={preview.sample}
      rowKey={(one) => `${one.row} ${one.key}`}
      caption={t("sampleTab")}
      card={{
        head: "title",
        mark: "readiness",
        facts: ["row", "change", "skus"],
        act: "assumed",
      }}
      columns={[
        { key: "row", head: t("row"), value: (one) => one.row, cell: (one) => one.row },
        {
          key: "title",
          head: t("product"),
          isText: true,
          value: (one) => eitherName(one.title, language),
          cell: (one) => eitherName(one.title, language) || one.key,
        },
        {
          key: "readiness",
          head: t("readinessHead"),
          isText: true,
          value: (one) => one.readiness,
          cell: (one) => <ReadinessMark of={one.readiness} />,
        },
        {
          key: "change",
          head: t("change"),
          isText: true,
          value: (one) => one.change,
          cell: (one) => t(`changeKinds.${one.change}`),
        },
        { key: "skus", head: t("skus"), value: (one) => one.skus, cell: (one) => one.skus },
        {
          key: "assumed",
          head: t("assumedHead"),
          isText: true,
          cell: (one) => (
            <span className="soft">
              {one.assumed.map((fact) => t(`facts.${fact}`)).join(t("comma"))}
            </span>
          ),
        },
      ]}
    />
  );
}
