export const Wrong = () => (
  <section aria-label="List of stores">
    <h1>
      Stores
    </h1>
    <p>{"Open one"}</p>
    <img alt={`The shop front`} src="front.svg" />
    <b title="store">{"·"}</b>
    <i data-name={"店铺"} />
  </section>
);
