import { useTranslation } from "react-i18next";
import { PageHead } from "../../../parts/page.tsx";
import { OrderList } from "./orders/order-list.tsx";
import { ReviewList } from "./orders/review-list.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";

const tabs = ["orders", "reviews"] as const;

/** Who bought what and where it is now, and what buyers say. */
export default function OrdersRoom() {
  const { t } = useTranslation("report");
  const [tab, setTab] = useAddressField("tab", tabs);
  return (
    <>
      <PageHead title={t("orders.title")} text={t(`orders.text.${tab}`)} />
      <RoomTabs
        label={t("orders.title")}
        names={tabs}
        chosen={tab}
        choose={setTab}
        titleOf={(name) => t(`orders.tabs.${name}`)}
      >
        {tab === "orders" ? <OrderList /> : <ReviewList />}
      </RoomTabs>
    </>
  );
}
