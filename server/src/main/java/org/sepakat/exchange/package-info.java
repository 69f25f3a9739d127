/**
 * Import and export of other programs' formats. What comes in is hostile until read: every reader answers with what it read or with a refusal that
 * names the place, and holds no more than the file itself.
 */
package org.sepakat.exchange;
