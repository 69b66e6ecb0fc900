package org.vizgate.accesstoken;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;

/**
 * The Tableau servers of access tokens. Nearly all tokens of a gate name the same one, which is then one object for all of them.
 * Safe for use by several threads.
 */
final class Servers {
    private volatile @Nullable URI last;

    /** @throws MalformedJsonException if the claim is missing or no URI */
    URI read(JsonFields fields) {
        String text = fields.requiredText("tableauServer");
        @Nullable URI known = last;
        if (known != null && known.toString().equals(text)) {
            return known;
        }
        try {
            URI server = new URI(text);
            last = server;
            return server;
        } catch (URISyntaxException e) {
            throw new MalformedJsonException("tableauServer is not a URL");
        }
    }
}
