/**
 * The store in a distributed cache, by the standard interface of caches (JSR 107).
 *
 * <p>The door is the provider, found by {@link java.util.ServiceLoader} under the name {@code jcache}. Imports the store's
 * interface and {@code javax.cache}, which is loaded only when this store is chosen. The engine does the distributing, and
 * its own file says how.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>One cache for each kind of entry, because a cache has one length of life for all that is in it. That length is the
 *       longest that an entry of the kind can have; when an entry ends is in the entry, and looked at here.
 *   <li>An entry is a text, version and end included, so no class of ours has to be known to the cluster. It also makes
 *       compare-and-set what the interface offers: replace this text by that one.
 *   <li>An operation that a dying member cut off may be repeated by the engine, and then say that it did not work although it
 *       did. So a grant may be refused wrongly for once; two never succeed where one should.
 * </ul>
 */
@NullMarked
package org.vizgate.store.jcache;

import org.jspecify.annotations.NullMarked;
