/**
 * The counts behind every figure, kept up to date while coding goes on. One bit per coder, theme and unit and one review bit per coder and
 * unit; a change of one bit touches the counts of its theme, its coder's pairs and its transcript, and nothing else.
 */
@NullMarked
package org.sepakat.agreement.board;

import org.jspecify.annotations.NullMarked;
