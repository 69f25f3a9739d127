/** How much to double-code, before and while coding: sample sizes for a wanted width or power. All take units as independent unless told the design effect. */
@NullMarked
package org.sepakat.agreement.planner;

import org.jspecify.annotations.NullMarked;
