package org.vizgate.config;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at the names that are set, so that nothing is ignored in silence. */
final class Names {
    private static final String OURS = "OAUTH_";

    private Names() {}

    static void check(List<SettingsSource> sources, Lookup lookup) {
        TreeSet<String> names = sources.stream()
                .flatMap(source -> source.names().stream())
                .filter(name -> name.startsWith(OURS))
                .collect(Collectors.toCollection(TreeSet::new));
        names.stream().filter(name -> !SettingKey.isKnown(name)).forEach(name -> warnUnknown(name, lookup));
    }

    private static void warnUnknown(String name, Lookup lookup) {
        lookup.nearest(name)
                .ifPresent(entry -> lookup.warning(Shown.plain(entry.described())
                        + " is no setting of Vizgate and has no effect; the nearest name is "
                        + SettingKey.nearest(name) + "."));
    }
}
