package org.vizgate.resource;

import java.time.Instant;

import org.vizgate.session.TableauCaller;

/**
 * A caller, and how long nothing else will be said of the same token.
 *
 * @param until from that instant on, the source of the session has to be asked again; long ago, if it has to be asked always
 */
record Standing(TableauCaller caller, Instant until) {}
