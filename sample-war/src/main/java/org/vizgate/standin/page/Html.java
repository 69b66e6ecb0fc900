package org.vizgate.standin.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of markup that is safe to show.
 *
 * @param markup the piece; whoever calls the constructor answers for it
 */
public record Html(String markup) {
    public static final Html NOTHING = new Html("");

    /** Puts {@code values} where {@code template} has {@code %s}, each escaped unless it is {@code Html}. */
    public static Html of(String template, Object... values) {
        Object[] safe = Arrays.stream(values).map(Html::safe).toArray();
        return new Html(template.formatted(safe));
    }

    public static Html join(Collection<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }

    private static String safe(Object value) {
        return value instanceof Html html ? html.markup() : escape(value.toString());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
