package org.vizgate.status;

import java.util.Locale;
import java.util.Optional;

import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;

/** In which form the status is wanted. */
enum StatusForm {
    JSON,
    HTML,
    PROMETHEUS;

    /**
     * The parameter {@code format} decides, or the first form that {@code Accept} names; JSON if neither says anything.
     *
     * @throws OAuthException invalid_request, for a format that there is not
     */
    static StatusForm of(Call call) {
        Optional<String> wanted = call.query().one("format");
        return wanted.isPresent()
                ? named(wanted.get())
                : accepted(call.header("accept").orElse(""));
    }

    private static StatusForm named(String name) {
        for (StatusForm form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(name)) {
                return form;
            }
        }
        throw new OAuthException(ErrorCode.INVALID_REQUEST, "the format is not one of json, html, prometheus");
    }

    // Browsers name text/html first, collectors of metrics one of the other two, and never both.
    private static StatusForm accepted(String accept) {
        String types = accept.toLowerCase(Locale.ROOT);
        if (types.contains("text/html")) {
            return HTML;
        }
        return types.contains("text/plain") || types.contains("application/openmetrics-text") ? PROMETHEUS : JSON;
    }
}
