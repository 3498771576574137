import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useDecide, useStorePlace } from "../use-store.ts";
import type { City, CompanyAnswer } from "./company-answer.ts";

/** The office: what each city costs and brings, and moving there. */
export function Office({ company }: { company: CompanyAnswer }) {
  const { t } = useTranslation("company");
  const { office, cities } = company;
  const [isLuxury, setLuxury] = useState(office?.isLuxury ?? false);
  const { decide, isPending, error } = useDecide();
  const columns = useCityColumns(office, isLuxury, isPending, (city) => {
    void decide([{ kind: "set-office", city, isLuxury }]);
  });
  return (
    <Card title={t("office.title")} note={t("office.note")} flush>
      <div className="card-body grid">
        <Now company={company} />
        <SegmentedControl
          aria-label={t("office.class")}
          value={isLuxury ? "luxury" : "standard"}
          onChange={(value) => setLuxury(value === "luxury")}
          data={[
            { value: "standard", label: t("office.standard") },
            { value: "luxury", label: t("office.luxury") },
          ]}
        />
        <Refused error={error} />
      </div>
      <DataTable
        rows={cities}
        caption={t("office.title")}
        rowKey={({ id }) => id}
        exportAs="cities"
        card={{ head: "city", facts: ["rent", "wages", "plus"], act: "act" }}
        columns={columns}
      />
      {office === null ? null : (
        <div className="card-body">
          <ActButton
            variant="default"
            isPending={isPending}
            onClick={() => void decide([{ kind: "set-office", city: null, isLuxury: false }])}
          >
            {t("office.leave")}
          </ActButton>
        </div>
      )}
    </Card>
  );
}

function Now({ company: { office, cities, moveMinor } }: { company: CompanyAnswer }) {
  const { t } = useTranslation("company");
  const { season } = useStorePlace();
  const format = useFormat();
  const here = cities.find(({ id }) => id === office?.city);
  return (
    <>
      <p className="soft">
        {t("office.text", { move: format.money(moveMinor, season.booksCurrency) })}
      </p>
      <p>
        {here === undefined
          ? t("office.none")
          : t("office.have", {
              city: format.name(here.name),
              class: office?.isLuxury === true ? t("office.luxury") : t("office.standard"),
            })}
      </p>
    </>
  );
}

function useCityColumns(
  office: CompanyAnswer["office"],
  isLuxury: boolean,
  isPending: boolean,
  take: (city: string) => void,
): TableColumn<City>[] {
  const { t } = useTranslation("company");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, count, money, bare } = useColumns<City>();
  const plusOf = (city: City) => (isLuxury ? city.luxuryPlus : city.plus);
  const signed = (bp: number) =>
    bp === 0 ? t("office.usual") : `${bp > 0 ? "+" : "−"}${format.percent(Math.abs(bp))}`;
  return [
    text("city", t("office.city"), ({ name }) => format.name(name)),
    money(
      "rent",
      t("office.rent"),
      (city) => (isLuxury ? city.luxuryMonthMinor : city.rentMonthMinor),
      () => season.booksCurrency,
    ),
    count(
      "wages",
      t("office.wages"),
      ({ wageBp }) => wageBp / 100,
      ({ wageBp }) => signed(wageBp),
    ),
    count("plus", t("office.plus"), plusOf, (city) => t("office.levels", { count: plusOf(city) })),
    bare("act", <span className="visually-hidden">{t("office.take")}</span>, (city) =>
      office?.city === city.id && office.isLuxury === isLuxury ? (
        <span className="badge">{t("office.isHere")}</span>
      ) : (
        <ActButton size="xs" variant="default" isPending={isPending} onClick={() => take(city.id)}>
          {t("office.takeOf", { city: format.name(city.name) })}
        </ActButton>
      ),
    ),
  ];
}
