/**
 * Pure: the model of a study and its rules. An {@link org.sepakat.study.Act} is what somebody wants done; a rule turns it into a
 * {@link org.sepakat.study.Verdict}; an accepted act is recorded as an op and folded into the state. {@link org.sepakat.study.Visibility}
 * says who may see what. No clock, no database, no randomness: time and ids are passed in.
 */
package org.sepakat.study;
