package org.vizgate.metadata;

import org.vizgate.web.Reply;

/** The two answers there are here. */
final class MetadataReplies {
    private MetadataReplies() {}

    static Reply of(String json) {
        return Reply.json(200, json).with("Cache-Control", "public, max-age=300");
    }

    static Reply notFound() {
        return Reply.json(404, "{\"error\":\"not_found\"}").uncached();
    }
}
