package org.vizgate.web;

import org.vizgate.protocol.OAuthException;

/** One address of the authorization server. Safe for use by several threads. */
@FunctionalInterface
public interface Endpoint {
    /** @throws OAuthException for a refusal that the edge shows to the client in the endpoint's own form */
    Reply handle(Call call);
}
