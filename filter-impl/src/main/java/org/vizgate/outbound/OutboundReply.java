package org.vizgate.outbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back, with any status, redirects included. Immutable.
 *
 * @param headers names in lower case, values in the order they came
 * @param body decoded by the charset of its media type, UTF-8 without one; empty for none
 */
public record OutboundReply(int status, Map<String, List<String>> headers, String body) {
    public OutboundReply {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header; {@code name} in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** When it was sent, by the server's clock (RFC 9110 section 6.6.1); empty if it does not say, or not like that. */
    public Optional<Instant> date() {
        try {
            return header("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The media type without its parameters, in lower case; empty if none was sent. */
    public String mediaType() {
        String type = header("content-type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** Shows the status only: headers and body may hold secrets. */
    @Override
    public String toString() {
        return "OutboundReply[" + status + "]";
    }
}
