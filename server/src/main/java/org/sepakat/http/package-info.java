/**
 * The edge: routes by the contract {@code openapi.json}, accounts, sessions and one-time links, the pages, and the checks that every request passes.
 * Nothing here decides about a study: acts go to the log, and what may be seen is asked of {@link org.sepakat.study.Visibility}.
 */
package org.sepakat.http;
