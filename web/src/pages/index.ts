import type { Pages } from "../app";
import { CodingPage } from "./coding/CodingPage";
import { studyPages as teamPages } from "./study";

/** The pages of a study, by place. A place without a page here answers like one that does not exist. */
export const studyPages: Pages = { ...teamPages, coding: CodingPage };
