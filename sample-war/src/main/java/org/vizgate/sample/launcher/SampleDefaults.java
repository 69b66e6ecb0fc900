package org.vizgate.sample.launcher;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the launcher tells the web application when nobody else did. */
final class SampleDefaults {
    static final String PUBLIC_PATHS = "/, /index.html, /assets/*";

    private static final String KEY = "OAUTH_JWE_PRIVATE_KEY";
    private static final String[] AUTH = {"VIZGATE_AUTH", "AUTH"};
    private static final String[] SERVER = {"VIZGATE_SERVER", "SERVER"};

    private final GivenSettings given;
    private final Optional<URI> standIn;
    private final Map<String, String> signIn;
    private final Optional<String> key;

    private SampleDefaults(
            GivenSettings given, Optional<URI> standIn, Map<String, String> signIn, Optional<String> key) {
        this.given = given;
        this.standIn = standIn;
        this.signIn = signIn;
        this.key = key;
    }

    SampleDefaults(GivenSettings given) {
        this(given, Optional.empty(), Map.of(), Optional.empty());
    }

    /** Whether no Tableau is configured, so that the stand-in has to be one. */
    boolean needsStandIn() {
        return given.value(SERVER).isEmpty();
    }

    /** How the gate was told to sign in. What it will not understand is left to it. */
    SignInMode signInMode() {
        return given.value(AUTH).flatMap(SignInMode::named).orElse(SignInMode.OAUTH);
    }

    /** Whether no key is configured, so that one has to be made. */
    boolean needsKey() {
        return !isOpen()
                && Stream.of(KEY, KEY + "_PATH", KEY + "_FILE")
                        .allMatch(name -> given.value(name).isEmpty());
    }

    /** @param signIn the settings that the gate needs to sign in there */
    SampleDefaults withStandIn(URI address, Map<String, String> signIn) {
        return new SampleDefaults(given, Optional.of(address), signIn, key);
    }

    /** @param pem a private key in PEM */
    SampleDefaults withKey(String pem) {
        return new SampleDefaults(given, standIn, signIn, Optional.of(pem));
    }

    /**
     * The context parameters: the weakest place, so that whatever was given wins.
     *
     * @param base where the application is reached, without a trailing slash
     */
    Map<String, String> contextParameters(URI base) {
        Map<String, String> parameters = new LinkedHashMap<>(signIn);
        standIn.ifPresent(address -> parameters.put("SERVER", address.toString()));
        parameters.put("OAUTH_PUBLIC_PATHS", PUBLIC_PATHS);
        if (!isOpen()) {
            String issuer = given.value("OAUTH_ISSUER").orElse(base.toString());
            parameters.put("OAUTH_ISSUER", issuer);
            // Browsers call the API, agents call /mcp: each may ask for a token for its own part.
            parameters.put("OAUTH_RESOURCE_URI", issuer + "," + issuer + "/mcp");
            key.ifPresent(pem -> parameters.put(KEY, pem));
        }
        return parameters;
    }

    /** What must be a system property, because a blank one or a blank variable would hide the context parameter. */
    Map<String, String> systemProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        standIn.filter(address -> given.isBlank(SERVER))
                .ifPresent(address -> properties.put(SERVER[0], address.toString()));
        key.filter(pem -> given.isBlank(KEY)).ifPresent(pem -> properties.put(KEY, pem));
        return properties;
    }

    /** An issuer together with this setting would be a contradiction. */
    private boolean isOpen() {
        return given.isTrue("DANGEROUSLY_DISABLE_OAUTH");
    }
}
