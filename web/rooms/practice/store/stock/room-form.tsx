import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cubicMetersMax, roomDaysMax } from "@echelon/contract/practice/typed-limits.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, DrawerAct, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { Room } from "./stock-answer.ts";

type Props = { room: Room | null; close: () => void };

/** Renting room in a place, making it larger or longer, or giving it up. */
export function RoomForm({ room, close }: Props) {
  const { t } = useTranslation(["rooms", "report"]);
  const { nameOf } = useMarkets();
  const place = room === null || room.market === null ? t("home") : nameOf(room.market);
  return (
    <Drawer
      opened={room !== null}
      onClose={close}
      position="right"
      title={room === null ? "" : t("formTitle", { place })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {room === null ? null : (
        <Form key={`${room.market}/${room.untilDay === null}`} room={room} close={close} />
      )}
    </Drawer>
  );
}

function wishOf(
  { market, untilDay, cubicMeters: standing }: Room,
  cubicMeters: number | null,
  days: number | null,
): Wish[] {
  if (cubicMeters === null || days === null) return [];
  if (untilDay === null) return [{ kind: "rent-warehouse", market, cubicMeters, days }];
  return cubicMeters === standing && days === 0
    ? []
    : [{ kind: "extend-warehouse", market, cubicMeters, days }];
}

function Form({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation("rooms");
  const { season } = useStorePlace();
  const format = useFormat();
  const { market, untilDay, cubicMeters: standing, goodsLiters, inboundLiters } = room;
  const isRented = untilDay !== null;
  const [meters, setMeters] = useState<number | null>(isRented ? standing : room.wholeCubicMeters);
  const [days, setDays] = useState<number | null>(isRented ? 0 : 14);
  const wishes = wishOf(room, meters, days);
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const cubic = (liters: number) => format.number(liters / 1_000, 2);
  const hand = async (given: readonly Wish[]) => {
    if ((await decide([...given])) !== null) close();
  };
  return (
    <div className="grid">
      {isRented ? <p>{t("standing", { meters: standing, day: untilDay })}</p> : null}
      <p className="soft">
        {t("price", { money: format.money(room.meterWeekMinor, season.booksCurrency) })}
      </p>
      <NumberField
        label={t("meters")}
        description={t("metersText", { volume: cubic(goodsLiters), inbound: cubic(inboundLiters) })}
        min={isRented ? standing : 1}
        max={cubicMetersMax}
        value={meters}
        onValue={setMeters}
      />
      <NumberField
        label={t(isRented ? "more" : "days")}
        min={isRented ? 0 : 1}
        max={roomDaysMax}
        value={days}
        onValue={setDays}
      />
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void hand(wishes)}
        disabledReason={wishes.length === 0 ? t("enter") : why}
        isSaidAbove={wishes.length > 0}
      >
        {t(isRented ? "extend" : "act")}
      </DrawerAct>
      {isRented ? (
        <EndRent wish={{ kind: "end-rent", market }} isPending={isPending} hand={hand} />
      ) : null}
    </div>
  );
}

type EndProps = {
  wish: Wish;
  isPending: boolean;
  hand: (given: readonly Wish[]) => Promise<void>;
};

/** Giving the room up: what is left of its days is said before. */
function EndRent({ wish, isPending, hand }: EndProps) {
  const { t } = useTranslation("rooms");
  const [projection] = useProjection([wish]);
  const why = useRefusedWhy(projection);
  return (
    <div className="grid">
      <Projected projection={projection} />
      <div>
        <ActButton
          variant="default"
          isPending={isPending}
          disabledReason={why}
          onClick={() => void hand([wish])}
        >
          {t("end")}
        </ActButton>
      </div>
    </div>
  );
}
