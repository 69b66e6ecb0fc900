package org.vizgate.servlet;

import java.util.Optional;

/**
 * The ways into a web application.
 *
 * @param edge around the endpoints
 * @param door in front of the application; absent when {@code DANGEROUSLY_DISABLE_OAUTH} has opened it
 */
record Entrances(EndpointEdge edge, Optional<Doorway> door) {}
