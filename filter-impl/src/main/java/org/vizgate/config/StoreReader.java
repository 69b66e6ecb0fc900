package org.vizgate.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.vizgate.session.Secret;

import static org.vizgate.config.SettingKey.FILE_SUFFIX;
import static org.vizgate.config.SettingKey.OAUTH_STORE;
import static org.vizgate.config.SettingKey.STORE_PREFIX;

/**
 * Reads where grants are kept. Which stores there are and what their options mean is not known here: a store {@code x} gets
 * whatever is named {@code OAUTH_STORE_X_} and something.
 */
final class StoreReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    private final List<SettingsSource> sources;
    private final Lookup lookup;

    StoreReader(List<SettingsSource> sources, Lookup lookup) {
        this.sources = sources;
        this.lookup = lookup;
    }

    Settings.Store read() {
        String name = lookup.value(OAUTH_STORE, StoreReader::name);
        String prefix = STORE_PREFIX + name.toUpperCase(Locale.ROOT) + "_";
        Map<String, Secret> options = new TreeMap<>();
        for (String option : names()) {
            if (option.startsWith(prefix)) {
                lookup.storeOption(option).ifPresent(value -> options.put(option.substring(prefix.length()), value));
            } else {
                warnUnused(option, name);
            }
        }
        return new Settings.Store(name, options);
    }

    private static String name(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new Misfit("is no name of a store", "Write memory, jdbc, jcache, or the name of a store of your own");
        }
        return name;
    }

    /** The names that are set, without the suffix of those that name a file. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (SettingsSource source : sources) {
            for (String name : source.names()) {
                if (name.startsWith(STORE_PREFIX)) {
                    names.add(withoutFileSuffix(name));
                }
            }
        }
        return names;
    }

    private static String withoutFileSuffix(String name) {
        return name.endsWith(FILE_SUFFIX) ? name.substring(0, name.length() - FILE_SUFFIX.length()) : name;
    }

    private void warnUnused(String option, String store) {
        lookup.nearest(option)
                .or(() -> lookup.nearest(option + FILE_SUFFIX))
                .filter(Entry::isFilled)
                .ifPresent(entry -> lookup.warning(Shown.plain(entry.described())
                        + " is no option of the store that OAUTH_STORE names, which is " + store
                        + ", and has no effect."));
    }
}
