/**
 * The store in a relational database: PostgreSQL, MariaDB or MySQL, H2.
 *
 * <p>The door is the provider, found by {@link java.util.ServiceLoader} under the name {@code jdbc}. Imports the store's
 * interface, and HikariCP in one class that is loaded only when a URL is configured; with a container's data source nothing
 * is needed but the container. One table of five columns, made at first use or by one of the scripts beside this class,
 * {@code grants.sql} and {@code grants-mariadb.sql}.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>Every operation is one statement that commits by itself, and its row count is the answer. There is no transaction to
 *       hold open and no lock to time out. Only {@code take} reads first, and removes exactly what it has read.
 *   <li>An insert is tried, and the database says whether the key was free. Asking first would be a race.
 *   <li>A statement whose answer got lost may have worked. It is not tried again: the caller's protocol decides what a second
 *       attempt means. Only what the database says it rolled back is repeated.
 *   <li>Instants are milliseconds in a number: time columns differ in precision and in what they make of time zones.
 *   <li>The key's columns compare letter by letter. MySQL and MariaDB would not without the collation in their script.
 *   <li>A database that does not answer when the application starts is no reason not to start: the gate answers 503 to what
 *       needs it, until it does.
 * </ul>
 */
@NullMarked
package org.vizgate.store.jdbc;

import org.jspecify.annotations.NullMarked;
