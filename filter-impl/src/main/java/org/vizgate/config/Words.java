package org.vizgate.config;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settings that take one word out of a few, and the ways in which lists are written. */
final class Words {
    /** Between the elements of most lists. */
    static final Pattern COMMA = Pattern.compile(",");

    /** Between elements that have no spaces in them. */
    static final Pattern COMMA_OR_BLANK = Pattern.compile("[,\\s]+");

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);
    private static final Map<String, Boolean> SWITCHES = Map.of("on", true, "off", false);

    private Words() {}

    /** {@code true} or {@code false}, in any case. */
    static boolean flag(String text) {
        return oneOf(FLAGS).parse(text);
    }

    /** {@code on} or {@code off}, in any case. */
    static boolean onOrOff(String text) {
        return oneOf(SWITCHES).parse(text);
    }

    /** The name of a constant, in any case. */
    static <E extends Enum<E>> Parser<E> constantOf(Class<E> type) {
        Map<String, E> constants = new HashMap<>();
        for (E constant : EnumSet.allOf(type)) {
            constants.put(lower(constant.name()), constant);
        }
        return oneOf(constants);
    }

    /** One of the keys of {@code choices}, which are in lower case, in any case. */
    static <T> Parser<T> oneOf(Map<String, T> choices) {
        return text -> {
            T chosen = choices.get(lower(text));
            if (chosen == null) {
                throw new Misfit(
                        "is not a word that this setting takes",
                        "Write " + String.join(" or ", new TreeMap<>(choices).keySet()));
            }
            return chosen;
        };
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
