import type { Pages } from "../app";

/** The pages of a study, by place. A place without a page here answers like one that does not exist. */
export const studyPages: Pages = {};
