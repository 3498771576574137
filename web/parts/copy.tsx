import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

/** Copies a text. Without a secure connection browsers refuse: then there is no button. */
export function CopyButton({
  text,
  size = "compact-md",
}: {
  text: string;
  size?: "compact-md" | "sm";
}) {
  const { t } = useTranslation("frame");
  const clipboard = useClipboard({ timeout: 2_000 });
  if (!("clipboard" in navigator)) return null;
  return (
    <Button variant="default" size={size} onClick={() => clipboard.copy(text)}>
      <span aria-live="polite">{clipboard.copied ? t("copied") : t("copy")}</span>
    </Button>
  );
}
