/** The state tables, read and written. Writing happens inside the log's transactions only. */
package org.sepakat.store;
