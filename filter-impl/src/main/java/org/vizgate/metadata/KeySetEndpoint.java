package org.vizgate.metadata;

import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Reply;

/** The key set that the OpenID copy of the metadata has to name (RFC 7517 section 5): it is empty. */
public final class KeySetEndpoint implements Endpoint {
    private static final Reply EMPTY = MetadataReplies.of("{\"keys\":[]}");

    @Override
    public Reply handle(Call call) {
        return EMPTY;
    }
}
