import "./exchange.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { usePublish } from "./catalog.tsx";
import { eitherName, ReadinessMark, StateMark } from "./marks.tsx";
import { type Catalog, OwnCatalog } from "./own-catalog.tsx";
import type { Product } from "./product-edit.ts";
import { ProductForm } from "./product-form.tsx";

function Pictures({ product }: { product: Product }) {
  const { t } = useTranslation("exchange");
  const own = product.pictures.filter(({ path }) => path !== null);
  const foreign = product.pictures.length - own.length;
  return (
    <Card title={t("pictures", { count: product.pictures.length })}>
      <div className="pictures">
        {own.map(({ path, alt }) => (
          <img key={path} src={path ?? ""} alt={alt} className="picture picture-large" />
        ))}
      </div>
      {product.pictures.length === 0 ? <p className="soft">{t("noPicture")}</p> : null}
      {foreign === 0 ? null : <p className="soft">{t("foreignPictures", { count: foreign })}</p>}
    </Card>
  );
}

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
          variant="default"
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

function ProductPage({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const enterprise = catalog.enterprise.id;
  const product = useAnswer("GET /catalogs/:enterprise/products/:product", {
    where: { enterprise, product: usePlace("product") },
  });
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
            <Button component={Link} to="/catalog" variant="default">
              {t("back")}
            </Button>
            {catalog.mayEdit ? <PublishButton catalog={catalog} product={found} /> : null}
          </PageHead>
          <div className="grid">
            <ProductForm
              key={found.version}
              enterprise={enterprise}
              product={found}
              mayEdit={catalog.mayEdit}
            />
            <div className="grid grid-even">
              <Lacks product={found} />
              <Pictures product={found} />
            </div>
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
