import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Something that was done, said at the foot of the screen, with the way back if there is one. */
export function Notice({
  children,
  onUndo,
  onClose,
}: {
  children: ReactNode;
  onUndo?: (() => void) | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation("frame");
  return (
    <div className="notice" role="status">
      <span>{children}</span>
      {onUndo === undefined ? null : (
        <Button variant="subtle" size="compact-sm" onClick={onUndo}>
          {t("undo")}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" color="gray" onClick={onClose}>
        {t("close")}
      </Button>
    </div>
  );
}
