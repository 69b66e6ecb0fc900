package org.vizgate.config;

import java.util.Arrays;
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
        Arrays.stream(SettingKey.values())
                .filter(SettingKey::isRefused)
                .forEach(key -> key.names().forEach(name -> refuse(name, key.defaultText(), lookup)));
    }

    private static void warnUnknown(String name, Lookup lookup) {
        lookup.nearest(name)
                .ifPresent(entry -> lookup.warning(Shown.plain(entry.described())
                        + " is no setting of Vizgate and has no effect; the nearest name is "
                        + SettingKey.nearest(name) + "."));
    }

    private static void refuse(String name, String harmless, Lookup lookup) {
        lookup.nearest(name)
                .filter(entry -> entry.isFilled() && !entry.text().strip().equalsIgnoreCase(harmless))
                .ifPresent(entry -> lookup.problem(
                        entry,
                        "is not yet supported",
                        harmless.isEmpty() ? "Remove it" : "Remove it, or write " + harmless));
    }
}
