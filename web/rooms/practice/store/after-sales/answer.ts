import type { Answer } from "../../../../api/client.ts";

export const afterSalesDoes = "GET /practice/seasons/:season/stores/:store/after-sales";
export type AfterSales = Answer<typeof afterSalesDoes>;
export type OpenReturn = AfterSales["returns"][number];
export type OpenDispute = AfterSales["disputes"][number];
export type OpenCase = OpenReturn | OpenDispute;
