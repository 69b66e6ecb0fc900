/**
 * HTTP to other servers: the only importer of Apache HttpClient.
 *
 * <p>The door is {@link org.vizgate.outbound.HttpSender}: an {@link org.vizgate.outbound.OutboundRequest} goes in, an
 * {@link org.vizgate.outbound.OutboundReply} or an {@link org.vizgate.outbound.OutboundException} comes out. Ground: imports the
 * JDK, HttpClient and {@code lazy} only. {@link org.vizgate.outbound.DaemonThreads} are for whoever speaks to servers while nobody
 * waits for it.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>A timer ends each exchange. HttpClient's own timeouts are per read, so a server that sends a byte now and then could
 *       hold a thread for ever.
 *   <li>{@link org.vizgate.outbound.QuietConnection} stands in for HttpClient's own connection, which prints headers and bodies,
 *       and with them session tokens, as soon as somebody turns debug logging on.
 *   <li>A redirect is an answer like any other: a token must not follow a {@code Location} to whoever is named there.
 *   <li>Nothing is repeated automatically: whether a request may be sent twice is known to its sender only.
 * </ul>
 */
@NullMarked
package org.vizgate.outbound;

import org.jspecify.annotations.NullMarked;
