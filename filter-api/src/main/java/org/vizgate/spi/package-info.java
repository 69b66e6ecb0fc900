/**
 * What a store of grants must do: the one thing a database, a cache or a memory map has to offer to keep sign-ins.
 *
 * <p>An entry is opaque: its payload is sealed before it gets here, so a store sees identifiers, versions and instants,
 * and never a token. Five operations suffice; time is passed in, so that tests and nodes agree on it. Providers are found
 * by {@link java.util.ServiceLoader} with the web application's class loader. Nothing of the filter is imported here.
 */
@NullMarked
package org.vizgate.spi;

import org.jspecify.annotations.NullMarked;
