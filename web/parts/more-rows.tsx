import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Pages } from "../api/query.ts";

/** The rest of a list that comes in pages; nothing when all of it is there. */
export function MoreRows({
  of,
}: {
  of: Pick<Pages<unknown>, "isMore" | "isFetchingMore" | "more">;
}) {
  const { t } = useTranslation("frame");
  if (!of.isMore) return null;
  return (
    <div className="row table-tools">
      <Button variant="default" loading={of.isFetchingMore} onClick={of.more}>
        {t("more")}
      </Button>
    </div>
  );
}
