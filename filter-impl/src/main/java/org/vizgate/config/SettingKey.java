package org.vizgate.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.vizgate.config.SettingKind.Support;

import static org.vizgate.config.SettingKind.FILE;
import static org.vizgate.config.SettingKind.FLAG;
import static org.vizgate.config.SettingKind.KEY;
import static org.vizgate.config.SettingKind.MILLISECONDS;
import static org.vizgate.config.SettingKind.SECRET;
import static org.vizgate.config.SettingKind.Support.SUPPORTED;
import static org.vizgate.config.SettingKind.Support.UNUSED;
import static org.vizgate.config.SettingKind.TEXT;

/**
 * Every setting there is, with the default that the documentation gives. The README has the same in words.
 *
 * <p>A default without spaces is what one could write; another one describes what is computed from other settings.
 */
enum SettingKey {
    OAUTH_ISSUER(TEXT, ""),
    OAUTH_REDIRECT_URI(TEXT, "${OAUTH_ISSUER}/Callback"),
    OAUTH_RESOURCE_URI(TEXT, "${OAUTH_ISSUER}"),
    OAUTH_ENDPOINT_PATH(TEXT, "/oauth"),
    OAUTH_AUTO_REGISTER(FLAG, "true"),
    OAUTH_STATUS_PAGE(TEXT, "off"),
    DANGEROUSLY_DISABLE_OAUTH(FLAG, "false"),
    AUTH(TEXT, "oauth"),
    TRANSPORT(TEXT, "http"),

    OAUTH_JWE_PRIVATE_KEY(KEY, ""),
    OAUTH_JWE_PRIVATE_KEY_PASSPHRASE(SECRET, ""),
    OAUTH_SEALING_KEY(KEY, ""),
    OAUTH_ACCESS_TOKEN_FORMAT(TEXT, "rsa"),
    OAUTH_ACCEPT_UNSIGNED_TOKENS(FLAG, "false"),
    OAUTH_JCA_PROVIDER(TEXT, ""),

    OAUTH_AUTHORIZATION_CODE_TIMEOUT_MS(MILLISECONDS, "10000; 60000 for custom-scheme redirects"),
    OAUTH_PENDING_AUTHORIZATION_TIMEOUT_MS(MILLISECONDS, "600000"),
    OAUTH_ACCESS_TOKEN_TIMEOUT_MS(MILLISECONDS, "3600000"),
    OAUTH_REFRESH_TOKEN_TIMEOUT_MS(MILLISECONDS, "2592000000"),
    OAUTH_REFRESH_TOKEN_MAX_AGE_MS(MILLISECONDS, "31536000000"),
    OAUTH_REFRESH_GRACE_MS(MILLISECONDS, "30000"),
    OAUTH_REGISTRATION_TIMEOUT_MS(MILLISECONDS, "31536000000"),
    OAUTH_SESSION_CHECK_INTERVAL_MS(MILLISECONDS, "60000"),
    OAUTH_SESSION_CHECK_FAILURE(TEXT, "allow"),
    OAUTH_REVOCATION_CHECK_INTERVAL_MS(MILLISECONDS, "60000"),

    OAUTH_STORE(TEXT, "memory"),
    OAUTH_STORE_JDBC_JNDI(TEXT, ""),
    OAUTH_STORE_JDBC_URL(SECRET, ""),
    OAUTH_STORE_JDBC_USER(TEXT, ""),
    OAUTH_STORE_JDBC_PASSWORD(SECRET, ""),
    OAUTH_STORE_JDBC_TABLE(TEXT, "vizgate_grants"),
    OAUTH_STORE_JDBC_POOL_SIZE(TEXT, "10"),
    OAUTH_STORE_JDBC_TIMEOUT_MS(MILLISECONDS, "5000"),
    OAUTH_STORE_JCACHE_CONFIG(TEXT, ""),
    OAUTH_STORE_JCACHE_PROVIDER(TEXT, ""),

    OAUTH_CLIENT_ID_SECRET_PAIRS(SECRET, ""),
    OAUTH_CLIENTS_FILE(FILE, ""),
    OAUTH_DYNAMIC_REGISTRATION(FLAG, "true"),
    OAUTH_CLIENT_METADATA(TEXT, "any"),
    OAUTH_BLOCKED_CLIENTS(TEXT, ""),
    OAUTH_BLOCKED_USERS(TEXT, ""),
    OAUTH_REDIRECT_SCHEMES(TEXT, ""),
    OAUTH_CONSENT(TEXT, "remember"),

    OAUTH_DISABLE_SCOPES(FLAG, "false"),
    OAUTH_SCOPES_SUPPORTED(TEXT, "the scopes of the rules"),
    OAUTH_SCOPE_RULES(TEXT, ""),
    OAUTH_PUBLIC_PATHS(TEXT, ""),
    OAUTH_ALLOWED_ORIGINS(TEXT, ""),
    OAUTH_CORS(TEXT, "on"),
    OAUTH_ALLOWED_HOSTS(TEXT, ""),
    OAUTH_RATE_LIMIT(TEXT, "60/min; off for an issuer on loopback"),
    OAUTH_TRUSTED_PROXIES(TEXT, ""),
    ENABLE_PASSTHROUGH_AUTH(FLAG, "false"),
    PASSTHROUGH_AUTH_USER_SESSION_CHECK_INTERVAL_IN_MINUTES(TEXT, "10"),
    OAUTH_PASSTHROUGH_SCOPES(TEXT, ""),

    SERVER(TEXT, ""),
    SITE_NAME(TEXT, ""),
    OAUTH_LOCK_SITE(FLAG, "true with SITE_NAME, otherwise false"),
    TABLEAU_REQUEST_TIMEOUT_MS(MILLISECONDS, "10000"),
    TABLEAU_API_VERSION(TEXT, "the newest that the server knows"),
    TABLEAU_CA_CERTIFICATES(FILE, ""),
    TABLEAU_PROXY(TEXT, ""),
    DANGEROUSLY_ALLOW_HTTP_TABLEAU(FLAG, "false"),
    DANGEROUSLY_DISABLE_TLS_VERIFICATION(FLAG, "false"),

    PAT_NAME(TEXT, ""),
    PAT_VALUE(SECRET, ""),
    TABLEAU_USERNAME(TEXT, ""),
    TABLEAU_PASSWORD(SECRET, ""),
    CONNECTED_APP_CLIENT_ID(TEXT, ""),
    CONNECTED_APP_SECRET_ID(TEXT, ""),
    CONNECTED_APP_SECRET_VALUE(SECRET, ""),
    JWT_SUB_CLAIM(TEXT, ""),
    JWT_SCOPES(TEXT, ""),
    JWT_ADDITIONAL_PAYLOAD(TEXT, ""),
    UAT_TENANT_ID(TEXT, ""),
    UAT_ISSUER(TEXT, ""),
    UAT_ISSUER_OVERRIDE(TEXT, ""),
    UAT_USERNAME_CLAIM_NAME(TEXT, "email"),
    UAT_USERNAME_CLAIM(TEXT, "JWT_SUB_CLAIM"),
    UAT_PRIVATE_KEY(KEY, ""),
    UAT_KEY_ID(TEXT, "the key's thumbprint"),
    UAT_ALGORITHM(TEXT, "RS256"),
    UAT_SITE_ID(TEXT, ""),
    TABLEAU_IMPERSONATE_USER_ID(TEXT, ""),

    TCM_BASE_URL(TEXT, "", UNUSED);

    /** Any name that starts so is a setting, of a store that only its provider knows. */
    static final String STORE_PREFIX = "OAUTH_STORE_";

    /** Of a setting that holds the path of a file with the value. */
    static final String FILE_SUFFIX = "_FILE";

    private final SettingKind kind;
    private final String defaultText;
    private final Support support;

    SettingKey(SettingKind kind, String defaultText) {
        this(kind, defaultText, SUPPORTED);
    }

    SettingKey(SettingKind kind, String defaultText, Support support) {
        this.kind = kind;
        this.defaultText = defaultText;
        this.support = support;
    }

    SettingKind kind() {
        return kind;
    }

    String defaultText() {
        return defaultText;
    }

    boolean isSupported() {
        return support == SUPPORTED;
    }

    /**
     * The names under which a value is looked up, the winning one first. The peer's names {@code SERVER}, {@code AUTH} and
     * {@code TRANSPORT} are so general that another program's variable may bear them.
     */
    List<String> valueNames() {
        return switch (this) {
            case SERVER, AUTH, TRANSPORT -> List.of("VIZGATE_" + name(), name());
            default -> List.of(name());
        };
    }

    /** The name of the setting that holds the path of a file with the value. */
    Optional<String> fileName() {
        return kind.fileSuffix().map(suffix -> name() + suffix);
    }

    /** Every name that belongs to this setting. */
    Stream<String> names() {
        return Stream.concat(valueNames().stream(), fileName().stream());
    }

    static boolean isKnown(String name) {
        return isNamed(name) || name.startsWith(STORE_PREFIX);
    }

    /** Whether {@code name} belongs to one of these constants. */
    static boolean isNamed(String name) {
        for (SettingKey key : values()) {
            if (key.valueNames().contains(name) || key.fileName().equals(Optional.of(name))) {
                return true;
            }
        }
        return false;
    }

    /** The name that {@code name} was most likely meant to be. */
    static String nearest(String name) {
        return allNames()
                .min(Comparator.comparingInt(known -> EditDistance.between(name, known)))
                .orElseThrow();
    }

    private static Stream<String> allNames() {
        return Arrays.stream(values()).flatMap(SettingKey::names);
    }
}
