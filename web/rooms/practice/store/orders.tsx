import { useTranslation } from "react-i18next";
import { PageHead } from "../../../parts/page.tsx";
import { AfterSales } from "./after-sales/after-sales.tsx";
import { OrderList } from "./orders/order-list.tsx";
import { ReviewList } from "./orders/review-list.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";

const tabs = ["orders", "reviews", "after-sales"] as const;

/** Who bought what and where it is now, what buyers say, and what they bring back. */
export default function OrdersRoom() {
  const { t } = useTranslation(["report", "aftersales"]);
  const [tab, setTab] = useAddressField("tab", tabs);
  return (
    <>
      <PageHead
        title={t("orders.title")}
        text={tab === "after-sales" ? t("room.text") : t(`orders.text.${tab}`)}
      />
      <RoomTabs
        label={t("orders.title")}
        names={tabs}
        chosen={tab}
        choose={setTab}
        titleOf={(name) => (name === "after-sales" ? t("room.tab") : t(`orders.tabs.${name}`))}
      >
        {tab === "orders" ? <OrderList /> : null}
        {tab === "reviews" ? <ReviewList /> : null}
        {tab === "after-sales" ? <AfterSales /> : null}
      </RoomTabs>
    </>
  );
}
