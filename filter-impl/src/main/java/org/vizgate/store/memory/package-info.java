/**
 * The store that needs nothing: bounded maps in memory, forgotten when the application stops.
 *
 * <p>The door is the provider, found by {@link java.util.ServiceLoader} under the name {@code memory}. Imports the store's
 * interface only. A full store refuses new entries and evicts none that lives: pushing somebody's sign-in out to make room
 * for another would turn a flood into a sign-out of everybody. Each kind of entry has room of its own, so that a flood of
 * one leaves the others theirs. Expired entries are swept as entries come in; there is no thread.
 */
@NullMarked
package org.vizgate.store.memory;

import org.jspecify.annotations.NullMarked;
