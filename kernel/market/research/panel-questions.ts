/** What a panel may be asked. Stored by place: append only. */
export const panelQuestions = ["matters", "would-pay", "compare", "names"] as const;
export type PanelQuestion = (typeof panelQuestions)[number];

/** What decides for one listing or another: the parts of a listing's utility (E3). */
export const panelMotives = ["price", "delivery", "reviews", "content", "product"] as const;
export type PanelMotive = (typeof panelMotives)[number];

/** By what a store's own listing is compared with the best rival's. */
export const comparedBy = ["price", "delivery", "reviews"] as const;
export type ComparedBy = (typeof comparedBy)[number];
