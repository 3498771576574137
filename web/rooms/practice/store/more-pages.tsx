import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The next page of a long list. */
export function MorePages({
  of,
}: {
  of: { hasMore: boolean; isFetchingMore: boolean; more: () => void };
}) {
  const { t } = useTranslation("report");
  if (!of.hasMore) return null;
  return (
    <div className="more-pages">
      <Button variant="default" loading={of.isFetchingMore} onClick={of.more}>
        {t("older")}
      </Button>
    </div>
  );
}
