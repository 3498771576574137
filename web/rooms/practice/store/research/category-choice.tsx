import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";

/** A category of the season, those of the own products first. */
export function CategoryChoice({
  own,
  value,
  onChoose,
}: {
  own: readonly string[];
  value: string;
  onChoose: (category: string) => void;
}) {
  const { t } = useTranslation("research");
  const { season } = useStorePlace();
  const format = useFormat();
  const options = season.categories.map(({ id, name }) => ({
    value: id,
    label: format.name(name),
  }));
  const groups = [
    { group: t("reports.own"), items: options.filter(({ value: id }) => own.includes(id)) },
    { group: t("reports.others"), items: options.filter(({ value: id }) => !own.includes(id)) },
  ];
  return (
    <Select
      label={t("reports.category")}
      data={groups.filter(({ items }) => items.length > 0)}
      value={value}
      allowDeselect={false}
      searchable
      onChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
      }}
    />
  );
}
