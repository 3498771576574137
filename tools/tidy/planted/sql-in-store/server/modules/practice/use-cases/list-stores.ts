declare const db: { selectFrom(table: string): unknown };
declare const sql: (parts: TemplateStringsArray) => unknown;

export const listStores = () => db.selectFrom("practice.store");
export const count = () => sql`select count(*) from practice.store`;
