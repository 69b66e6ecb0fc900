package org.vizgate.tableau;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.JwtExtras;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.UnifiedAccess;

/**
 * A credential in which {@code {OAUTH_USERNAME}} stands for the name of whoever is calling. Immutable.
 *
 * <p>The name is put into values that have been parsed, never into JSON: no name can end a text and begin a claim.
 */
public final class CredentialTemplate {
    /** What stands for the caller's name. */
    public static final String PLACEHOLDER = "{OAUTH_USERNAME}";

    private final TableauCredential credential;
    private final boolean perCaller;

    public CredentialTemplate(TableauCredential credential) {
        this.credential = credential;
        this.perCaller = !filled("").equals(credential);
    }

    /** Whether each caller has a credential, and so a session, of their own. */
    public boolean isPerCaller() {
        return perCaller;
    }

    /** @param username the caller's, not empty if {@link #isPerCaller} */
    public TableauCredential of(String username) {
        if (!perCaller) {
            return credential;
        }
        if (username.isBlank()) {
            throw new IllegalArgumentException("a caller without a name cannot be acted for");
        }
        return filled(username);
    }

    private TableauCredential filled(String username) {
        String name = username.isEmpty() ? "nobody" : username;
        if (credential instanceof ConnectedApp app) {
            return app.withUsername(filled(app.username(), name)).with(filled(app.extras(), name));
        }
        if (credential instanceof UnifiedAccess access) {
            return access.withUsername(filled(access.username(), name)).with(filled(access.extras(), name));
        }
        return credential;
    }

    private static JwtExtras filled(JwtExtras extras, String name) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        extras.attributes().forEach((claim, value) -> attributes.put(claim, filledValue(value, name)));
        List<String> groups =
                extras.groups().stream().map(group -> filled(group, name)).toList();
        return new JwtExtras(extras.scopes(), extras.onDemandAccess(), groups, attributes);
    }

    private static Object filledValue(Object value, String name) {
        if (value instanceof String text) {
            return filled(text, name);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> filledValue(element, name)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> filledValue(entry.getValue(), name)));
        }
        return value;
    }

    private static String filled(String text, String name) {
        return text.replace(PLACEHOLDER, name);
    }
}
