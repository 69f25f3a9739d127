import { CodingPage } from "./coding/CodingPage";
import { studyPages as teamPages } from "./study";

/** The pages of a study, by place. */
export const studyPages = { ...teamPages, coding: CodingPage };
