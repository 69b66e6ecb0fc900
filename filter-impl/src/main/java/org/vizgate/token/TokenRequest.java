package org.vizgate.token;

import org.vizgate.client.Client;
import org.vizgate.protocol.GrantType;
import org.vizgate.web.Parameters;

/**
 * A request at the token endpoint whose client has proved who it is.
 *
 * @param reference names the request in logs
 */
record TokenRequest(GrantType type, Client client, Parameters form, String reference) {}
