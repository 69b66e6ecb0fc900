package org.vizgate.config;

import java.util.List;
import java.util.TreeSet;

/** Looks at the names that are set, so that nothing is ignored in silence. */
final class Names {
    private static final String OURS = "OAUTH_";

    private Names() {}

    static void check(List<SettingsSource> sources, Lookup lookup) {
        TreeSet<String> unknown = new TreeSet<>();
        for (SettingsSource source : sources) {
            for (String name : source.names()) {
                if (name.startsWith(OURS) && !SettingKey.isKnown(name)) {
                    unknown.add(name);
                }
            }
        }
        for (String name : unknown) {
            warnUnknown(name, lookup);
        }
    }

    private static void warnUnknown(String name, Lookup lookup) {
        lookup.nearest(name)
                .ifPresent(entry -> lookup.warning(Shown.plain(entry.described())
                        + " is no setting of Vizgate and has no effect; the nearest name is "
                        + SettingKey.nearest(name) + "."));
    }
}
