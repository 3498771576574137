import { createElement } from "react";

// 注释里可以有中文: a comment is not a text.
export const Today = ({ t }: { t: (key: string) => string }) => (
  <h1 title={t("today.title")} data-kind="today">
    {t("today.title")} · 12 %{createElement("hr")}
  </h1>
);
