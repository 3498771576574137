import "./exchange.css";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { usePublish } from "./catalog.tsx";
import { eitherName, ReadinessMark, StateMark } from "./marks.tsx";
import { CatalogLink } from "./catalog-link.tsx";
import { type Catalog, OwnCatalog } from "./own-catalog.tsx";
import { Pictures } from "./pictures.tsx";
import type { Product } from "./product-edit.ts";
import { ProductForm } from "./product-form.tsx";

/** What keeps a product from being sold or makes it weak, and what is assumed in its place. */
function Lacks({ product }: { product: Product }) {
  const { t } = useTranslation("exchange");
  const { weaknesses, assumed, readiness } = product;
  return (
    <Card title={t("lacks")}>
      <div className="form">
        <div>
          <ReadinessMark of={readiness} />
        </div>
        <p className="soft">{t(`readinessText.${readiness}`)}</p>
        {weaknesses.length + assumed.length === 0 ? null : (
          <ul className="effects">
            {weaknesses.map((code) => (
              <li key={code}>{t(`problems.${code.slice("exchange/".length)}`)}</li>
            ))}
            {assumed.map((fact) => (
              <li key={fact}>{t("assumedFact", { fact: t(`facts.${fact}`) })}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function PublishButton({ catalog, product }: { catalog: Catalog; product: Product }) {
  const { t } = useTranslation("exchange");
  const acts = usePublish(catalog.enterprise.id);
  const isRed = product.readiness === "red";
  return (
    <>
      {product.state === "published" ? (
        <Button
          variant="default"
          loading={acts.isPending}
          onClick={() => acts.withdraw([product.id])}
        >
          {t("withdraw")}
        </Button>
      ) : (
        <Button
          loading={acts.isPending}
          disabled={isRed}
          title={isRed ? t("readinessText.red") : ""}
          onClick={() => acts.publish([product.id])}
        >
          {t("publish")}
        </Button>
      )}
      {acts.error === null ? null : <Problem error={acts.error} />}
    </>
  );
}

/** What the form shows: it begins anew when somebody changed that, and not for a picture. */
function wordsOf({ title, text, brand, category, attributes, items }: Product): string {
  return JSON.stringify([title, text, brand, category.id, attributes, items]);
}

function ProductPage({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const enterprise = catalog.enterprise.id;
  const product = useAnswer("GET /catalogs/:enterprise/products/:product", {
    where: { enterprise, product: usePlace("product") },
  });
  if (product.data === undefined && product.error !== null)
    return (
      <>
        <PageHead title={t("title")}>
          <CatalogLink catalog={catalog} to="/catalog">
            {t("back")}
          </CatalogLink>
        </PageHead>
        <Loaded of={product}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={product}>
      {(found) => (
        <>
          <PageHead
            title={eitherName(found.title, format.language) || found.key}
            text={
              <>
                <StateMark of={found.state} /> {found.key} ·{" "}
                {t("changedAt", { at: format.dateTime(found.changedAt) })}
              </>
            }
          >
            <CatalogLink catalog={catalog} to="/catalog">
              {t("back")}
            </CatalogLink>
            {catalog.mayEdit ? <PublishButton catalog={catalog} product={found} /> : null}
          </PageHead>
          <div className="grid">
            {catalog.mayEdit && found.state !== "published" ? (
              <p className="hint">{t(`nextStep.${found.state}`)}</p>
            ) : null}
            <div className="grid grid-2-1">
              <Pictures enterprise={enterprise} product={found} mayEdit={catalog.mayEdit} />
              <Lacks product={found} />
            </div>
            <ProductForm
              key={wordsOf(found)}
              enterprise={enterprise}
              product={found}
              mayEdit={catalog.mayEdit}
            />
          </div>
        </>
      )}
    </Loaded>
  );
}

/** One product: its words, its facts SKU by SKU, and what is assumed where it says nothing. */
export default function ProductRoom() {
  return <OwnCatalog>{(catalog) => <ProductPage catalog={catalog} />}</OwnCatalog>;
}
