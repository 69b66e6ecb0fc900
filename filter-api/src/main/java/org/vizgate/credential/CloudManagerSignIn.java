package org.vizgate.credential;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where to sign in to Tableau Cloud Manager. Immutable; every method returns a new one.
 *
 * <pre>{@code
 * try (CloudManagerSession manager = CloudManagerSignIn.toTenant("acme").with(new CloudManagerToken(secret))) {
 *     manager.configurations();
 * }
 * }</pre>
 *
 * @param server scheme, host and port
 * @param calls the methods that are called in another way than usual
 */
public record CloudManagerSignIn(
        URI server, Map<CloudManagerMethod, CloudManagerMethod.Call> calls, Transport transport) {
    private static final String USUAL_PATH = "/api/v1";
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** A slash or {@code /api/v1} at the end of the address is cut off. */
    public CloudManagerSignIn {
        server = withoutUsualPath(server);
        calls = Map.copyOf(calls);
        calls.forEach(CloudManagerMethod::requireFit);
        Objects.requireNonNull(transport, "transport");
    }

    private static URI withoutUsualPath(URI address) {
        String text = address.toString().replaceFirst("/+$", "");
        return URI.create(text.endsWith(USUAL_PATH) ? text.substring(0, text.length() - USUAL_PATH.length()) : text);
    }

    /**
     * The Cloud Manager of a tenant, whose name is the first part of the host in a browser's address, as Tableau's
     * documentation has it: {@code https://<tenant>.cloudmanager.tableau.com}.
     *
     * @throws IllegalArgumentException if it is no part of a host's name
     */
    public static CloudManagerSignIn toTenant(String name) {
        if (!TENANT.matcher(name).matches()) {
            throw new IllegalArgumentException("the tenant's name is the part before .cloudmanager.tableau.com");
        }
        return to(URI.create("https://" + name + ".cloudmanager.tableau.com"));
    }

    /** Another address, such as {@code https://cloudmanager.tableau.com}, which programs of others use for every tenant. */
    public static CloudManagerSignIn to(URI server) {
        return new CloudManagerSignIn(server, Map.of(), Transport.usual());
    }

    /**
     * Calls a method in another way: that of some is not documented.
     *
     * @param verbAndPath such as {@code DELETE /api/v2/sessions}
     * @throws IllegalArgumentException if it is not of that form, or does not name what the call is about
     */
    public CloudManagerSignIn calling(CloudManagerMethod method, String verbAndPath) {
        Map<CloudManagerMethod, CloudManagerMethod.Call> more = new EnumMap<>(CloudManagerMethod.class);
        more.putAll(calls);
        more.put(method, CloudManagerMethod.Call.of(verbAndPath));
        return new CloudManagerSignIn(server, more, transport);
    }

    public CloudManagerSignIn over(Transport other) {
        return new CloudManagerSignIn(server, calls, other);
    }

    /** How a method is called; empty if it is off. */
    public Optional<CloudManagerMethod.Call> call(CloudManagerMethod method) {
        return Optional.ofNullable(calls.get(method)).or(method::usual);
    }

    /**
     * Signs in. The session holds connections of its own, so keep one rather than signing in for each call.
     *
     * @throws TableauException if that is not possible; its kind and its message say what to do
     * @throws IllegalArgumentException if a proxy or a certificate cannot be used
     */
    public CloudManagerSession with(CloudManagerCredential credential) {
        return Connectors.connector().signIn(this, credential);
    }
}
