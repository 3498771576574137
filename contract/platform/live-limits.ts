/** Topics that one event stream may carry; apart from the shapes, so that a page can know it. */
export const topicsPerStreamMax = 20;
