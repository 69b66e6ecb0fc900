package org.vizgate.config;

import java.util.Optional;
import java.util.Set;

/** One place where settings are written, such as the environment or the init-params of a filter. */
public interface SettingsSource {
    /** The text of a setting, as it was written; present even if blank. */
    Optional<String> value(String name);

    /** Every name that this place has, ours and others'. */
    Set<String> names();

    /** Names a setting for an administrator, for example {@code environment variable OAUTH_ISSUER}. */
    String describe(String name);
}
