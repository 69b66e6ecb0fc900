/**
 * Counts of what one web application does, from its start on: events of the audit log, calls to other servers, operations of
 * the store.
 *
 * <p>The door is {@link org.vizgate.metrics.Metrics}. Ground: imports {@code outbound} and filter-api, whose work is counted
 * where it is done. A count has names that the code gives it, never a word of a request; there is no user, client or
 * secret in it.
 *
 * <p>Meant, although it may look odd: no library of metrics. These are a few dozen numbers, and whoever collects them in a
 * system of their own reads them there by JMX or HTTP.
 */
@NullMarked
package org.vizgate.metrics;

import org.jspecify.annotations.NullMarked;
