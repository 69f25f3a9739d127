/**
 * Pure: text and places in it. A {@link org.sepakat.text.Span} counts UTF-16 code units, as Java and the browser do, and is half open;
 * exchange files count Unicode code points, and the conversion lives here.
 */
package org.sepakat.text;
