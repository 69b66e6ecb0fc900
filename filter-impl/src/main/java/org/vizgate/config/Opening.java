package org.vizgate.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import static org.vizgate.config.SettingKey.AUTH;
import static org.vizgate.config.SettingKey.DANGEROUSLY_DISABLE_OAUTH;
import static org.vizgate.config.SettingKey.OAUTH_AUTO_REGISTER;
import static org.vizgate.config.SettingKey.OAUTH_ISSUER;
import static org.vizgate.config.SettingKey.TRANSPORT;

/** Decides whether the gate is closed or open: an issuer closes it, and only an explicit word opens it. */
final class Opening {
    private static final Set<SettingKey> USED_WHEN_OPEN =
            Set.of(DANGEROUSLY_DISABLE_OAUTH, OAUTH_AUTO_REGISTER, AUTH, TRANSPORT);

    private Opening() {}

    static boolean isOpen(Lookup lookup) {
        boolean open = lookup.flag(DANGEROUSLY_DISABLE_OAUTH);
        boolean issuer = lookup.has(OAUTH_ISSUER);
        if (open && issuer) {
            lookup.problem(
                    DANGEROUSLY_DISABLE_OAUTH,
                    "is true although OAUTH_ISSUER is set, which turns OAuth on",
                    "Remove one of the two");
        } else if (open && lookup.has(AUTH)) {
            lookup.problem(
                    AUTH,
                    "is set although DANGEROUSLY_DISABLE_OAUTH is true, so that nobody signs in",
                    "Remove one of the two");
        } else if (!open && !issuer) {
            lookup.problem(
                    OAUTH_ISSUER,
                    "is missing, and without it nobody could sign in. The gate is closed by default",
                    "Write the public base address of this web application, such as https://app.example.org/app;"
                            + " or, to let every request through unchecked, DANGEROUSLY_DISABLE_OAUTH=true");
        }
        return open;
    }

    /** What an administrator should know at each start of an open gate. */
    static void warn(Lookup lookup) {
        lookup.warning("DANGEROUSLY_DISABLE_OAUTH is true: every request goes through unchecked, and the application"
                + " knows no caller.");
        String unused = Arrays.stream(SettingKey.values())
                .filter(key -> !USED_WHEN_OPEN.contains(key) && lookup.has(key))
                .map(SettingKey::name)
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            lookup.warning("Not used because DANGEROUSLY_DISABLE_OAUTH is true: " + unused + ".");
        }
    }
}
