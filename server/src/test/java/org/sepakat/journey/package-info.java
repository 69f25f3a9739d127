/** Journeys through the whole product: the jar in a process of its own, real browsers, power cuts. */
package org.sepakat.journey;
