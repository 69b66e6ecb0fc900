package org.vizgate.standin.rest;

import java.util.List;
import java.util.Locale;

import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Reply;

/** XML or JSON, as the caller prefers, and XML when the caller has no preference. */
enum AnswerFormat {
    XML {
        @Override
        Reply render(int status, Answer root) {
            return Reply.of(status, "application/xml;charset=UTF-8", AnswerXml.render(root));
        }
    },
    JSON {
        @Override
        Reply render(int status, Answer root) {
            return Reply.of(status, "application/json;charset=UTF-8", AnswerJson.render(root));
        }
    };

    abstract Reply render(int status, Answer root);

    static AnswerFormat wantedBy(Call call) {
        List<String> ranges = call.headers("Accept").stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .toList();
        double json = quality(ranges, "application/json");
        double xml = Math.max(quality(ranges, "application/xml"), quality(ranges, "text/xml"));
        return json > xml ? JSON : XML;
    }

    // Wildcards are no preference: what accepts anything gets the default.
    private static double quality(List<String> ranges, String mediaType) {
        return ranges.stream()
                .map(range -> range.strip().toLowerCase(Locale.ROOT))
                .filter(range -> range.equals(mediaType) || range.startsWith(mediaType + ";"))
                .mapToDouble(AnswerFormat::quality)
                .max()
                .orElse(0);
    }

    private static double quality(String range) {
        String digits = range.replaceFirst(".*;\\s*q\\s*=\\s*", "");
        return digits.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(digits) : 1;
    }
}
