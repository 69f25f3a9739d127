/** Yields a running, migrated PostgreSQL: embedded by default, external by URL. */
package org.sepakat.db;
