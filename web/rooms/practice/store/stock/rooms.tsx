import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { RoomForm } from "./room-form.tsx";
import { placeOf, roomAt } from "./room-at.ts";
import type { Room, Stock } from "./stock-answer.ts";

/** What is rented where, how full it is, and what rent would cost against storage fees. */
export default function Rooms({ stock: { rooms, mustFit } }: { stock: Stock }) {
  const { t } = useTranslation("rooms");
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useRoomColumns((room) => setChosen(placeOf(room)));
  return (
    <Card title={t("title")} note={t("note")} flush>
      <p className="card-body soft">
        {t("rule")} {mustFit ? t("mustFit") : ""}
      </p>
      <DataTable
        rows={rooms}
        caption={t("title")}
        rowKey={placeOf}
        exportAs="rooms"
        card={{ head: "place", mark: "rented", facts: ["goods", "fees", "whole"], act: "act" }}
        columns={columns}
      />
      <RoomForm room={roomAt(rooms, chosen)} close={() => setChosen(null)} />
    </Card>
  );
}

function useRoomColumns(choose: (room: Room) => void): TableColumn<Room>[] {
  const { t } = useTranslation("rooms");
  const { season } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count, money, bare } = useColumns<Room>();
  const books = season.booksCurrency;
  const cubic = (liters: number) => format.number(liters / 1_000, 2);
  const shown = (minor: number) => format.money(minor, books);
  const filled = (liters: number, meters: number) =>
    format.percent(Math.round((liters * 10) / meters));
  return [
    text("place", t("place"), ({ market }) => (market === null ? t("home") : nameOf(market))),
    count(
      "rented",
      t("rented"),
      ({ cubicMeters }) => cubicMeters,
      ({ cubicMeters: meters, untilDay: day }) =>
        day === null ? t("none") : t("until", { meters, day }),
    ),
    count(
      "goods",
      t("goods"),
      ({ goodsLiters }) => goodsLiters / 1_000,
      ({ goodsLiters, inboundLiters, units, cubicMeters }) => (
        <>
          {t("volume", { volume: cubic(goodsLiters), count: units })}
          <span className="dim">
            {cubicMeters === 0
              ? ""
              : ` · ${t("full", { share: filled(goodsLiters, cubicMeters) })}`}
            {inboundLiters === 0 ? "" : ` · ${t("inbound", { volume: cubic(inboundLiters) })}`}
          </span>
        </>
      ),
    ),
    money(
      "fees",
      t("fees"),
      ({ feesMinor }) => feesMinor,
      () => books,
      ({ feesMinor, feesNowMinor, cubicMeters }) => (
        <>
          {shown(feesMinor)}{" "}
          <span className="dim">
            {cubicMeters === 0 ? "" : t("feesNow", { money: shown(feesNowMinor) })}
          </span>
        </>
      ),
    ),
    money(
      "whole",
      t("whole"),
      ({ wholeWeekMinor }) => wholeWeekMinor,
      () => books,
      (room) => (room.units === 0 ? t("none") : <Whole room={room} />),
    ),
    bare("act", t("act"), (room) => (
      <ActButton size="xs" variant="default" onClick={() => choose(room)}>
        {t(room.cubicMeters === 0 ? "rent" : "change")}
      </ActButton>
    )),
  ];
}

/** Rent for all that is there, and which of the two is cheaper. */
function Whole({ room }: { room: Room }) {
  const { t } = useTranslation("rooms");
  const { season } = useStorePlace();
  const format = useFormat();
  const { wholeWeekMinor, wholeCubicMeters: meters, feesMinor } = room;
  return (
    <>
      {t("wholeOf", { money: format.money(wholeWeekMinor, season.booksCurrency), meters })}{" "}
      <span className="dim">{t(wholeWeekMinor < feesMinor ? "cheaper" : "dearer")}</span>
    </>
  );
}
