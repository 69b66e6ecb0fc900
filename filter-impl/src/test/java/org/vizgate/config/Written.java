package org.vizgate.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Settings as a test writes them: one source, and the reading of it. */
final class Written implements SettingsSource {
    static final String ISSUER = "https://app.example.org/app";
    static final String CONTEXT = "/app";
    static final String PRIVATE_KEY = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final String origin;
    private final List<SettingsSource> further = new ArrayList<>();

    private Written(String origin) {
        this.origin = origin;
    }

    /** Nothing at all. */
    static Written nothing() {
        return new Written("environment variable");
    }

    /** What a gate that protects cannot do without. */
    static Written minimal() {
        return nothing().with("OAUTH_ISSUER", ISSUER).with("OAUTH_JWE_PRIVATE_KEY", PRIVATE_KEY);
    }

    /** As {@link #minimal}, with a Tableau Server. */
    static Written withServer() {
        return minimal().with("SERVER", "https://tableau.example.org");
    }

    static Written contextParams() {
        return new Written("context-param");
    }

    Written with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Written without(String name) {
        values.remove(name);
        return this;
    }

    /** Another source, further away. */
    Written before(SettingsSource source) {
        further.add(source);
        return this;
    }

    List<SettingsSource> sources() {
        List<SettingsSource> sources = new ArrayList<>(List.of(this));
        sources.addAll(further);
        return sources;
    }

    Settings read() {
        return SettingsReader.read(sources(), CONTEXT);
    }

    Settings.Protecting protecting() {
        return (Settings.Protecting) read();
    }

    ConfigurationException refusal() {
        return catchThrowableOfType(ConfigurationException.class, this::read);
    }

    List<Problem> problems() {
        return refusal().problems();
    }

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String describe(String name) {
        return origin + " " + name;
    }
}
