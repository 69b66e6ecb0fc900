package org.vizgate.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.vizgate.config.Settings.Auth;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.JwtExtras;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.SigningKey.Algorithm;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.credential.UsernamePassword;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

import static org.vizgate.config.SettingKey.AUTH;
import static org.vizgate.config.SettingKey.CONNECTED_APP_CLIENT_ID;
import static org.vizgate.config.SettingKey.CONNECTED_APP_SECRET_ID;
import static org.vizgate.config.SettingKey.CONNECTED_APP_SECRET_VALUE;
import static org.vizgate.config.SettingKey.JWT_ADDITIONAL_PAYLOAD;
import static org.vizgate.config.SettingKey.JWT_SCOPES;
import static org.vizgate.config.SettingKey.JWT_SUB_CLAIM;
import static org.vizgate.config.SettingKey.PAT_NAME;
import static org.vizgate.config.SettingKey.PAT_VALUE;
import static org.vizgate.config.SettingKey.TABLEAU_IMPERSONATE_USER_ID;
import static org.vizgate.config.SettingKey.TABLEAU_PASSWORD;
import static org.vizgate.config.SettingKey.TABLEAU_USERNAME;
import static org.vizgate.config.SettingKey.UAT_ALGORITHM;
import static org.vizgate.config.SettingKey.UAT_ISSUER;
import static org.vizgate.config.SettingKey.UAT_ISSUER_OVERRIDE;
import static org.vizgate.config.SettingKey.UAT_KEY_ID;
import static org.vizgate.config.SettingKey.UAT_PRIVATE_KEY;
import static org.vizgate.config.SettingKey.UAT_SITE_ID;
import static org.vizgate.config.SettingKey.UAT_TENANT_ID;
import static org.vizgate.config.SettingKey.UAT_USERNAME_CLAIM;
import static org.vizgate.config.SettingKey.UAT_USERNAME_CLAIM_NAME;

/** Reads what the gate itself signs in to Tableau with, if it does. */
final class CredentialReader {
    private static final String ON_MY_PAGE =
            "Make a personal access token on the user's My Account Settings page in Tableau, and write its ";
    // Never leaves this package: with a problem there are no settings.
    private static final String MISSING = "missing";
    private static final Pattern LUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Set<SettingKey> OF_JWTS = EnumSet.of(JWT_SUB_CLAIM, JWT_SCOPES, JWT_ADDITIONAL_PAYLOAD);
    private static final Set<SettingKey> OF_PAT = EnumSet.of(PAT_NAME, PAT_VALUE, TABLEAU_IMPERSONATE_USER_ID);
    private static final Set<SettingKey> OF_PASSWORD =
            EnumSet.of(TABLEAU_USERNAME, TABLEAU_PASSWORD, TABLEAU_IMPERSONATE_USER_ID);
    private static final Set<SettingKey> OF_DIRECT_TRUST = EnumSet.of(
            CONNECTED_APP_CLIENT_ID, CONNECTED_APP_SECRET_ID, CONNECTED_APP_SECRET_VALUE, TABLEAU_IMPERSONATE_USER_ID);
    private static final Set<SettingKey> OF_UAT = EnumSet.of(
            UAT_TENANT_ID,
            UAT_ISSUER,
            UAT_ISSUER_OVERRIDE,
            UAT_USERNAME_CLAIM_NAME,
            UAT_USERNAME_CLAIM,
            UAT_PRIVATE_KEY,
            UAT_KEY_ID,
            UAT_ALGORITHM,
            UAT_SITE_ID);

    private final Lookup lookup;

    CredentialReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Empty with {@code AUTH=oauth}: the session is then inside the access token. */
    Optional<Settings.Credential> read() {
        Auth auth = lookup.value(AUTH, CredentialReader::auth);
        warnOfUnused(auth);
        return switch (auth) {
            case OAUTH -> Optional.empty();
            case PAT -> Optional.of(credential(auth, pat()));
            case USERNAME_PASSWORD -> Optional.of(credential(auth, password()));
            case DIRECT_TRUST -> Optional.of(credential(auth, directTrust()));
            case UAT -> Optional.of(credential(auth, unifiedAccess()));
        };
    }

    static Auth auth(String text) {
        Map<String, Auth> words = new HashMap<>();
        for (Auth auth : Auth.values()) {
            words.put(auth.word(), auth);
        }
        try {
            return Words.oneOf(words).parse(text);
        } catch (Misfit e) {
            throw new Misfit(
                    e.fault(), e.remedy() + "; if AUTH belongs to another program, write VIZGATE_AUTH=oauth beside it");
        }
    }

    private Settings.Credential credential(Auth auth, TableauCredential credential) {
        boolean ownsPayload = used(auth).contains(JWT_ADDITIONAL_PAYLOAD);
        boolean impersonates = used(auth).contains(TABLEAU_IMPERSONATE_USER_ID);
        return new Settings.Credential(
                auth,
                credential,
                impersonates ? lookup.given(TABLEAU_IMPERSONATE_USER_ID, CredentialReader::luid) : Optional.empty(),
                ownsPayload ? lookup.given(JWT_ADDITIONAL_PAYLOAD, text -> text) : Optional.empty());
    }

    private PersonalAccessToken pat() {
        return new PersonalAccessToken(
                required(PAT_NAME, ON_MY_PAGE + "name here"), requiredSecret(PAT_VALUE, ON_MY_PAGE + "secret here"));
    }

    private UsernamePassword password() {
        lookup.warning("AUTH is username-password: with AUTH=pat there is no password to keep, and the token can be"
                + " revoked alone.");
        return new UsernamePassword(
                required(TABLEAU_USERNAME, "Write the name of a user of Tableau Server"),
                requiredSecret(
                        TABLEAU_PASSWORD, "Write that user's password, or name a file with TABLEAU_PASSWORD_FILE"));
    }

    private ConnectedApp directTrust() {
        return new ConnectedApp(
                        required(CONNECTED_APP_CLIENT_ID, "Write the client id of the connected app"),
                        required(CONNECTED_APP_SECRET_ID, "Write the id of one of the app's secrets"),
                        requiredSecret(CONNECTED_APP_SECRET_VALUE, "Write the value of that secret"),
                        required(
                                JWT_SUB_CLAIM,
                                "Write the user to act as, or " + Settings.CALLERS_NAME + " for whoever is calling"))
                .with(extras());
    }

    private UnifiedAccess unifiedAccess() {
        String user = lookup.given(UAT_USERNAME_CLAIM, text -> text)
                .or(() -> lookup.given(JWT_SUB_CLAIM, text -> text))
                .orElseGet(() -> missing(
                        UAT_USERNAME_CLAIM,
                        "Write the user to act as, or " + Settings.CALLERS_NAME + " for whoever is calling"));
        return new UnifiedAccess(
                required(UAT_TENANT_ID, "Write the id of the tenant in Tableau Cloud Manager"),
                required(UAT_ISSUER, "Write the issuer of the configuration in Tableau Cloud Manager"),
                signingKey(),
                lookup.value(UAT_USERNAME_CLAIM_NAME, CredentialReader::usernameClaim),
                user,
                lookup.given(UAT_ISSUER_OVERRIDE, text -> text),
                lookup.given(UAT_SITE_ID, CredentialReader::luid),
                extras());
    }

    private SigningKey signingKey() {
        Secret pem = lookup.secret(UAT_PRIVATE_KEY, KeyReader::privateKey)
                .orElseGet(
                        () -> Secret.of(
                                lookup.has(UAT_PRIVATE_KEY)
                                        ? MISSING
                                        : missing(
                                                UAT_PRIVATE_KEY,
                                                "Make a key with 'openssl genrsa -out uat.pem', and write the absolute path of that"
                                                        + " file into UAT_PRIVATE_KEY_PATH, or its text into UAT_PRIVATE_KEY")));
        return new SigningKey(
                pem,
                Optional.empty(),
                lookup.given(UAT_KEY_ID, text -> text),
                lookup.value(UAT_ALGORITHM, Words.constantOf(Algorithm.class)));
    }

    private JwtExtras extras() {
        List<String> scopes = lookup.list(JWT_SCOPES, Words.COMMA_OR_BLANK, CredentialReader::scope);
        if (scopes.isEmpty()) {
            lookup.warning("JWT_SCOPES is empty: Tableau refuses nearly every call with such a session.");
        }
        return JwtExtras.none().withScopes(Scopes.of(scopes));
    }

    private static String scope(String text) {
        try {
            return Scopes.of(text).toString();
        } catch (IllegalArgumentException e) {
            throw new Misfit("is not a scope", "Write scopes such as tableau:content:read, with spaces between them");
        }
    }

    private static String luid(String text) {
        if (!LUID.matcher(text).matches()) {
            throw new Misfit(
                    "is not a LUID", "Write the LUID, such as 7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f, not a name");
        }
        return text;
    }

    private static String usernameClaim(String text) {
        if (JwtExtras.isReserved(text) && !text.equals("sub")) {
            throw new Misfit(
                    "is a claim that means something else", "Write the name that the configuration has, such as email");
        }
        return text;
    }

    private String required(SettingKey key, String remedy) {
        return lookup.given(key, text -> text).orElseGet(() -> missing(key, remedy));
    }

    private Secret requiredSecret(SettingKey key, String remedy) {
        return lookup.secret(key).orElseGet(() -> Secret.of(lookup.has(key) ? MISSING : missing(key, remedy)));
    }

    private String missing(SettingKey key, String remedy) {
        String word = lookup.value(AUTH, CredentialReader::auth).word();
        lookup.problem(key, "is missing, and AUTH is " + word, remedy);
        return MISSING;
    }

    /** The names are so general that they may well be somebody else's: that is no reason not to start. */
    private void warnOfUnused(Auth auth) {
        List<String> unused = new ArrayList<>();
        for (SettingKey key : EnumSet.range(PAT_NAME, TABLEAU_IMPERSONATE_USER_ID)) {
            if (!used(auth).contains(key) && lookup.has(key)) {
                unused.add(key.name());
            }
        }
        if (!unused.isEmpty()) {
            lookup.warning("Not used because AUTH is " + auth.word() + ": " + String.join(", ", unused) + ".");
        }
    }

    private static Set<SettingKey> used(Auth auth) {
        return switch (auth) {
            case OAUTH -> EnumSet.noneOf(SettingKey.class);
            case PAT -> OF_PAT;
            case USERNAME_PASSWORD -> OF_PASSWORD;
            case DIRECT_TRUST -> both(OF_DIRECT_TRUST, OF_JWTS);
            case UAT -> both(OF_UAT, OF_JWTS);
        };
    }

    private static Set<SettingKey> both(Set<SettingKey> some, Set<SettingKey> others) {
        Set<SettingKey> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }
}
