/**
 * What a store of grants must do: the one thing a database, a cache or a memory map has to offer to keep sign-ins.
 *
 * <p>An entry is opaque: its payload is sealed before it gets here, so a store sees identifiers, versions and instants,
 * and never a token. Five operations suffice; time is passed in, so that tests and nodes agree on it. Nothing of the filter
 * is imported here.
 *
 * <p>To write a store:
 * <ol>
 *   <li>Implement {@link org.vizgate.spi.GrantStore}. Most engines have what it takes: an insert that fails when the key is
 *       there, and an update or removal under a condition whose success is reported. Where one operation takes two calls,
 *       the second must depend on what the first has read, and be done again when that has changed.
 *   <li>Implement {@link org.vizgate.spi.GrantStoreProvider} with a public constructor without arguments, and write its
 *       class name into {@code META-INF/services/org.vizgate.spi.GrantStoreProvider}.
 *   <li>Extend {@code org.vizgate.testing.GrantStoreContract}, from this module's test jar, in a JUnit 5 test that opens the
 *       store; for a cluster, once with two members that take turns.
 *   <li>Put the jar into {@code WEB-INF/lib} and the provider's name into {@code OAUTH_STORE}.
 * </ol>
 *
 * <p>How the entries are used, for choosing an engine and a backup: a sign-in inserts one {@code STATE}, one {@code CODE} and one
 * {@code REFRESH} entry; a refresh finds one and replaces it twice, some milliseconds to seconds apart. An entry that is lost
 * signs one user out. An entry that comes back after it was replaced or removed, from a backup for example, makes a token good
 * that should be dead: rather lose than bring back.
 */
@NullMarked
package org.vizgate.spi;

import org.jspecify.annotations.NullMarked;
