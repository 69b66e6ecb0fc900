package org.vizgate.web;

import java.util.Optional;

/** An endpoint that has documents to show and nothing to decide. They are served without a {@link Call} being made. */
public interface Documents extends Endpoint {
    /** The document at {@code path}, which is inside the web application and decoded. */
    Optional<Document> find(String path);

    /** For a path at which there is no document. */
    @Override
    default Reply handle(Call call) {
        return Reply.json(404, "{\"error\":\"not_found\"}").uncached();
    }
}
