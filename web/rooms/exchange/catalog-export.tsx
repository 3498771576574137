import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fileName, useDownload } from "../../parts/download.ts";
import { Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Language } from "../../text/text.ts";
import type { Catalog } from "./own-catalog.tsx";

const formats = ["shopify", "shopify-legacy"] as const;

/** The catalogue as files that shops read. */
export function CatalogExport({ catalog }: { catalog: Catalog }) {
  const { t, i18n } = useTranslation("exchange");
  const name = useFormat().name(catalog.enterprise.name);
  const products = useDownload("GET /catalogs/:enterprise/products.csv");
  const where = { enterprise: catalog.enterprise.id };
  const language = i18n.language as Language;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" loading={products.isPending}>
            {t("export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() =>
                products.save(
                  { where, asks: { format, language } },
                  `${fileName(name, format)}.csv`,
                )
              }
            >
              {t(`formats.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {products.error === null ? null : <Problem error={products.error} />}
    </>
  );
}
