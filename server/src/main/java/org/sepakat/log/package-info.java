/**
 * The op streams: append with group commit, read since, and the bell that tells of a commit. The way in is {@link org.sepakat.log.OpLog#submit}; there
 * is no other way to change what others may see.
 */
package org.sepakat.log;
