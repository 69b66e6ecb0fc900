package org.vizgate.status;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.vizgate.session.Secret;
import org.vizgate.web.Call;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Who may read the status: whoever has an id and its secret, by HTTP Basic (RFC 7617). Letters count as they are sent, not
 * encoded for a form as OAuth clients do it (RFC 6749 section 2.3.1): programs that watch others know the former.
 */
public final class StatusReaders {
    private static final String BASIC = "basic ";

    private final Map<String, Secret> secrets;

    /** @param secrets by id */
    public StatusReaders(Map<String, Secret> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    boolean admit(Call call) {
        List<String> headers = call.headers("authorization");
        return headers.size() == 1
                && headers.get(0).regionMatches(true, 0, BASIC, 0, BASIC.length())
                && isKnown(headers.get(0).substring(BASIC.length()).strip());
    }

    private boolean isKnown(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), UTF_8);
            int colon = pair.indexOf(':');
            @Nullable Secret expected = colon < 0 ? null : secrets.get(pair.substring(0, colon));
            return expected != null && expected.equals(Secret.of(pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
