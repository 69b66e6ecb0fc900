package org.vizgate.benchmarks.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --name value} pairs; a name that is not known is an error. */
public final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Options(Map<String, String> defaults) {
        values.putAll(defaults);
    }

    /** @param defaults names, each with its value where none is given */
    public static Options read(List<String> arguments, Map<String, String> defaults) {
        Options options = new Options(defaults);
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!defaults.containsKey(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("options are: " + defaults);
            }
            options.values.put(name, arguments.get(i + 1));
        }
        return options;
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }
}
