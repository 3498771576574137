export type Outcome<T> = { readonly ok: true; readonly value: T };
