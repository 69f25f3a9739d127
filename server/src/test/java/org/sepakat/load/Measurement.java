package org.sepakat.load;

import java.util.List;
import java.util.function.Function;

/** A part of the table, to be asked for by name. */
record Measurement(String name, Function<Ground, List<Figure>> of) {}
