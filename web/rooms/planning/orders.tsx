import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import type { Desk, Order, Region } from "./planning-types.ts";
import { useRegionNames } from "./region-names.ts";

type Props = { region: Region; desk: Desk };

const listed = "GET /planning/organisations/:organisation/orders";
const refreshed = [listed, "GET /planning/need"] as const;
const peopleMax = 10_000;

function OrderForm({ region, desk }: Props) {
  const { t } = useTranslation("demand");
  const names = useRegionNames(region);
  const first = (kind: "cities" | "roles" | "echelons") => region[kind][0]?.code ?? "";
  const [order, setOrder] = useState({
    city: first("cities"),
    role: first("roles"),
    echelon: first("echelons"),
    people: 1,
    dueOn: "",
    note: "",
  });
  const act = useAct("POST /planning/organisations/:organisation/orders", [...refreshed]);
  const fault = useFaultText(act.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ where: { organisation: desk.id }, body: order });
  };
  const choice = (name: "city" | "role" | "echelon", kind: "cities" | "roles" | "echelons") => (
    <Select
      label={t(`orders.${name}`)}
      data={names.choices(kind)}
      value={order[name]}
      allowDeselect={false}
      onChange={(code) => setOrder({ ...order, [name]: code ?? order[name] })}
    />
  );
  const typed = (name: "dueOn" | "note", type: "date" | "text") => (
    <TextInput
      type={type}
      label={t(`orders.${name}`)}
      value={order[name]}
      error={fault(name)}
      required={name === "dueOn"}
      maxLength={300}
      onChange={(event) => setOrder({ ...order, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form className="form" onSubmit={send}>
      <div className="planning-fields">
        {choice("city", "cities")}
        {choice("role", "roles")}
        {choice("echelon", "echelons")}
        <NumberField
          label={t("orders.people")}
          value={order.people}
          min={1}
          max={peopleMax}
          onValue={(people) => setOrder({ ...order, people: people ?? 1 })}
        />
        {typed("dueOn", "date")}
        {typed("note", "text")}
      </div>
      {act.error === null ? null : <Problem error={act.error} />}
      <div>
        <Button type="submit" loading={act.isPending}>
          {t("orders.make")}
        </Button>
      </div>
    </form>
  );
}

function Withdraw({ order, desk }: { order: Order; desk: Desk }) {
  const { t } = useTranslation("demand");
  const act = useAct("DELETE /planning/organisations/:organisation/orders/:peopleOrder", [
    ...refreshed,
  ]);
  if (order.isWithdrawn) return <span className="dim">{t("orders.withdrawn")}</span>;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        color="red"
        loading={act.isPending}
        onClick={() => act.mutate({ where: { organisation: desk.id, peopleOrder: order.id } })}
      >
        {t("orders.withdraw")}
      </Button>
      {act.error === null ? null : <Problem error={act.error} />}
    </>
  );
}

/** People whom the enterprise is bound to take: they count apart from what it posts. */
export function OrdersTab({ region, desk }: Props) {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const names = useRegionNames(region);
  const orders = useAnswer(listed, { where: { organisation: desk.id } });
  const columns: TableColumn<Order>[] = [
    { key: "role", head: t("orders.role"), isText: true, cell: ({ role }) => names.role(role) },
    {
      key: "echelon",
      head: t("orders.echelon"),
      isText: true,
      cell: ({ echelon }) => names.echelon(echelon),
    },
    { key: "city", head: t("orders.city"), isText: true, cell: ({ city }) => names.city(city) },
    { key: "people", head: t("orders.people"), cell: ({ people }) => format.number(people) },
    {
      key: "dueOn",
      head: t("orders.dueOn"),
      isText: true,
      cell: ({ dueOn }) => format.date(dueOn),
    },
    { key: "note", head: t("orders.note"), isText: true, cell: ({ note }) => note },
    {
      key: "act",
      head: <span className="visually-hidden">{t("orders.act")}</span>,
      cell: (order) => <Withdraw order={order} desk={desk} />,
    },
  ];
  return (
    <div className="grid">
      <Card title={t("orders.new")} note={t("orders.text")}>
        <OrderForm region={region} desk={desk} />
      </Card>
      <Card flush title={t("tabs.orders")}>
        <Loaded of={orders}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t("orders.none")} text={t("orders.noneText")} />
            ) : (
              <DataTable
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                caption={t("tabs.orders")}
                card={{
                  head: "role",
                  facts: ["echelon", "city", "people", "dueOn", "note"],
                  act: "act",
                }}
              />
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}
